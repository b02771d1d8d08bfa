import type { AuthorFault } from "./author-faults.ts";
import type { Task, Wish } from "./read-task.ts";
import type { ToldPassage } from "./tell-passages.ts";

/** What the author says of one note. */
export interface WishClaim {
  note: string;
  honoured: boolean;
  passages: string[];
  reason: string;
}

/** What a note asks for, as the request's line about it says. */
const ASKS = [
  [/more room/, "more"],
  [/less room/, "less"],
  [/leave its subject out/, "skip"],
  [/answer its question/, "answer"],
  [/begin with what/, "begin"],
  [/quote more/, "quote"],
  [/can't be honoured|only as far as it concerns/, "nothing"],
] as const;

/** What the author does about a note; "keep" is for what concerns the whole. */
export type Asked = (typeof ASKS)[number][1] | "keep";

/** Reads a note or memory as the author does: what it asks for, and which passages are about its subject. */
function readWish(wish: Wish, passages: readonly ToldPassage[]) {
  const asked: Asked = ASKS.find(([pattern]) => pattern.test(wish.line))?.[1] ?? "keep";
  const subject = /^(?:Subject|Question): (.*)$/m.exec(wish.words)?.[1] ?? "";
  const wanted = wordsOf(subject);
  const about = passages.filter(({ heading, sentences }) =>
    isAbout(wanted, `${heading} ${sentences.join(" ")}`),
  );
  return { asked, wanted, about: asked === "begin" ? passages.slice(0, 1) : about };
}

/** A claim for each note of the task, as true as the author is told to be. */
export function claimNotes(
  task: Task,
  passages: readonly ToldPassage[],
  fault: AuthorFault | null,
): WishClaim[] {
  const notes = task.wishes.filter(({ label }) => label.startsWith("n"));
  if (fault === "forgets-note") return [];
  return notes.map((wish) => {
    const { asked, about } = readWish(wish, passages);
    const isWhole = asked === "keep" || asked === "quote" || asked === "less" || asked === "skip";
    const honoured = fault === "claims-falsely" || isWhole || (asked !== "nothing" && about.length > 0);
    return {
      note: wish.label,
      honoured,
      passages: isWhole || !honoured ? [] : about.map(({ label }) => label),
      reason:
        fault === "links-in-reason"
          ? "See https://evil.example/why."
          : honoured
            ? ""
            : "The passages say nothing of it.",
    };
  });
}

/** For each question among the notes, the sentence of a passage of its own that says most of what is asked. */
export function answersIn(
  task: Task,
  passages: readonly ToldPassage[],
  fault: AuthorFault | null,
): { label: string; passage: ToldPassage; sentence: string }[] {
  if (fault === "claims-falsely") return [];
  return task.wishes.flatMap((wish) => {
    const { asked, wanted } = readWish(wish, passages);
    if (asked !== "answer") return [];
    const named = passages.filter(({ label }) => new RegExp(`the words of .*\\b${label}\\b`).test(wish.line));
    const said = named.flatMap((passage) => passage.sentences.map((sentence) => ({ passage, sentence })));
    const shared = ({ sentence }: { sentence: string }) =>
      [...wordsOf(sentence)].filter((word) => wanted.has(word)).length;
    const [best] = said.toSorted((a, b) => shared(b) - shared(a));
    return best === undefined || !best.passage.isQuotable ? [] : [{ label: wish.label, ...best }];
  });
}

/** The notes and memories of the task that a block about a passage is there for. */
export function servedBy(task: Task, passage: ToldPassage, fault: AuthorFault | null): string[] {
  return task.wishes.flatMap((wish) => {
    if (fault === "claims-falsely") return [wish.label];
    const { asked, about } = readWish(wish, [passage]);
    const isServed = (asked === "more" || asked === "begin") && about.length > 0;
    return isServed ? [wish.label] : [];
  });
}

/** How much of a passage is told: more of what somebody wishes for, less of what nobody wants, none of what is to be left out. */
export function weightOf(task: Task, passage: ToldPassage, fault: AuthorFault | null): number {
  if (fault === "claims-falsely") return 1;
  const asked = new Set(
    task.wishes.flatMap((wish) => {
      const read = readWish(wish, [passage]);
      return read.about.length > 0 ? [read.asked] : [];
    }),
  );
  if (asked.has("skip")) return 0;
  if (asked.has("more") || asked.has("answer")) return 2;
  return asked.has("less") ? 0.3 : 1;
}

function isAbout(wanted: ReadonlySet<string>, text: string): boolean {
  const said = wordsOf(text);
  return [...wanted].some((word) => said.has(word));
}

/** The telling words, without their endings, near enough for English. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(
    words.filter((word) => !COMMON.has(word)).map((word) => word.slice(0, 6).replace(/e?s$/, "")),
  );
}

const COMMON = new Set([
  "what",
  "when",
  "where",
  "which",
  "does",
  "about",
  "with",
  "that",
  "this",
  "they",
  "from",
  "have",
  "into",
]);
