import { z } from "zod";
import { FEWEST_MINUTES, MOST_MINUTES } from "./episode-minutes.ts";

/** What a project says about its series: shown to its readers, and the frame that the writer works in. */
export const ProjectSettings = z.object({
  title: text({ what: "name", longest: 200, lines: "one", missing: "Give the project a name." }),
  goal: text({
    what: "goal",
    longest: 2_000,
    lines: "many",
    missing: "Say what the series is for, in a sentence or two.",
  }),
  audience: text({ what: "audience", longest: 300, lines: "one" }).default(""),
  minutes: z.coerce
    .number("Give the length of an episode as a number of minutes.")
    .int("Choose whole minutes.")
    .min(FEWEST_MINUTES, `An episode takes at least ${FEWEST_MINUTES} minutes to read.`)
    .max(MOST_MINUTES, `An episode takes at most ${MOST_MINUTES} minutes to read.`)
    .default(6),
});
export type ProjectSettings = z.output<typeof ProjectSettings>;

interface TextRule {
  what: string;
  longest: number;
  lines: "one" | "many";
  /** What to say when nothing was typed; without it, nothing is allowed. */
  missing?: string;
}

/** PostgreSQL stores neither NUL nor half a surrogate pair; other control characters can't be shown. */
function text({ what, longest, lines, missing }: TextRule) {
  const refused = lines === "one" ? /\p{Cc}/u : /[^\P{Cc}\t\n]/u;
  const message =
    lines === "one"
      ? `The ${what} must fit on one line, without line breaks or control characters.`
      : `The ${what} contains characters that can't be shown. Type it again.`;
  return z
    .string(missing ?? `Type the ${what}.`)
    .transform((value) => value.replaceAll("\r\n", "\n").trim())
    .pipe(
      z
        .string()
        .refine((value) => value !== "" || missing === undefined, { error: missing, abort: true })
        .refine((value) => value.isWellFormed() && !refused.test(value), { error: message, abort: true })
        .refine((value) => value.length <= longest, {
          error: ({ input }) =>
            `The ${what} has ${count(String(input).length)} characters; ${count(longest)} is the most. Shorten it.`,
        }),
    );
}

function count(value: number): string {
  return value.toLocaleString("en-GB");
}
