import { z } from "zod";
import { BudgetWindow } from "#platform/db/generated/enums.ts";
import { parseDollars } from "./parse-dollars.ts";

/** A ceiling as it is typed: dollars in, nano-dollars out. */
const Ceiling = z.string("Say how much may be spent.").transform((text, context) => {
  const read = parseDollars(text);
  if ("nanos" in read) return read.nanos;
  context.addIssue({ code: "custom", message: read.problem });
  return z.NEVER;
});

/** What a ceiling is over, how high, and whether it holds runs (hard) or only tells (soft). */
export const BudgetToSet = z.object({
  /** Null is the organization as a whole. */
  projectId: z.uuid("Choose a project of the list, or the whole organisation.").nullable(),
  window: z.enum(BudgetWindow, "Choose a day, a month or an episode."),
  ceiling: Ceiling,
  isHard: z.boolean(),
});
export type BudgetToSet = z.output<typeof BudgetToSet>;
