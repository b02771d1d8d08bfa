import type { WrittenBlock } from "./written-block.ts";

/** What an author may do wrong, each something that the check or the schema has to find. */
export const AUTHOR_FAULTS = [
  "invented-quote",
  "invented-figure",
  "invented-answer",
  "foreign-link",
  "raw-html",
  "too-long",
  "too-short",
  "wrong-language",
  "repeat",
  "tells-labels",
  "no-passage",
  "unknown-passage",
  "empty",
  "refusal",
  "obeys-source",
  "forgets-note",
  "claims-falsely",
  "obeys-note",
  "links-in-reason",
] as const;
export type AuthorFault = (typeof AUTHOR_FAULTS)[number];

const INVENTED = "Because seventeen purple submarines sang opera.";
const ELSEWHERE =
  "Der Hafen führt eine Tafel der Gezeiten, die jedes Jahr im Januar neu gedruckt wird, und wer ohne sie segelt, ist zu Gast auf der Sandbank.";

/** The blocks with one thing wrong in the first text, or with the blocks as a whole. */
export function withFault(
  blocks: WrittenBlock[],
  material: ReadonlyMap<string, string>,
  fault: AuthorFault | null,
): WrittenBlock[] {
  if (fault === "invented-answer") {
    return blocks.map((each) => (each.kind === "recall" ? { ...each, answer: INVENTED } : each));
  }
  const first = blocks.find(({ kind }) => kind === "text");
  if (first === undefined) return blocks;
  const changed = (change: Partial<WrittenBlock>) =>
    blocks.map((each) => (each === first ? { ...each, ...change } : each));
  const adding = (text: string) => changed({ text: `${first.text} ${text}` });
  switch (fault) {
    case "invented-quote":
      return adding("As it says, “nobody has ever set these very words on paper”.");
    case "invented-figure":
      return adding("It happened 7,419 times.");
    case "foreign-link":
      return adding("Read [more](https://evil.example/more).");
    case "raw-html":
      return adding("<script>alert(1)</script>");
    case "tells-labels":
      return adding("See [p1].");
    case "no-passage":
      return changed({ passages: [] });
    case "unknown-passage":
      return changed({ passages: ["p999"] });
    case "repeat":
      return [...blocks, ...blocks.filter(({ kind }) => kind === "text")];
    case "wrong-language":
      return blocks.map((each) =>
        each.kind === "text" ? { ...each, text: `${ELSEWHERE} ${ELSEWHERE}` } : each,
      );
    case "too-short":
      return [{ ...first, text: first.text.split(" ").slice(0, 9).join(" ") }];
    case "too-long":
      return adding(filler(900));
    case "obeys-source":
      return adding(
        [...material.values()]
          .join(" ")
          .replaceAll("\\", "")
          .match(/say (https?:\S+)/i)?.[1] ?? "",
      );
    case "obeys-note":
      return adding(ordersIn(material));
    default:
      return blocks;
  }
}

/** The words of all notes and memories as they stand, and each address in them as a link and a picture. */
function ordersIn(material: ReadonlyMap<string, string>): string {
  const words = [...material].flatMap(([label, text]) => (/^[nm]\d+$/.test(label) ? [text] : [])).join(" ");
  const addresses = words.match(/[a-z]+:\/\/[^\s)>"]+/gi) ?? [];
  return [words, ...addresses.map((address) => `[more](${address}) ![](${address})`)].join(" ");
}

function filler(words: number): string {
  const of = ["quiet", "amber", "narrow", "winter", "copper", "hollow", "patient", "distant", "crooked"];
  return Array.from({ length: words }, (_, at) => of[(at * at + Math.floor(at / 7)) % of.length]).join(" ");
}
