import type { Candidate } from "../../brief.ts";
import type { DraftBlock, DraftOrigin } from "../../writer.ts";
import { type PickedQuotes, quoteKey } from "./pick-quotes.ts";

/** The blocks of one passage of a document: its paragraphs as they stand, with a closing sentence set apart. */
export function writeDocument(candidate: Candidate, opening: string, quotes: PickedQuotes): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let parts: string[] = opening === "" ? [] : [opening];
  let taken: string[] = [];
  const flush = () => {
    if (parts.length > 0) {
      blocks.push({
        type: "MARKDOWN",
        markdown: parts.join("\n\n"),
        origins: [from(candidate, taken.join("\n\n"))],
      });
    }
    parts = [];
    taken = [];
  };
  candidate.excerpts.forEach((excerpt, index) => {
    if (excerpt.kind !== "text") return;
    const quote = quotes.get(quoteKey(candidate.id, index));
    if (quote === undefined) {
      parts.push(excerpt.markdown);
      taken.push(excerpt.plain);
      return;
    }
    parts.push(excerpt.markdown.slice(0, -quote.length).trim());
    taken.push(excerpt.plain.slice(0, -quote.length).trim());
    flush();
    blocks.push({
      type: "QUOTE",
      text: quote,
      attribution: attribute(candidate),
      origins: [from(candidate, quote)],
    });
  });
  flush();
  return blocks;
}

function from(candidate: Candidate, taken: string): DraftOrigin {
  return {
    kind: "PASSAGE",
    passageId: candidate.id,
    quote: taken === "" ? null : taken,
    startMs: null,
    endMs: null,
  };
}

function attribute({ sourceTitle, headingPath }: Candidate) {
  return { sourceTitle, heading: headingPath.at(-1) ?? null, speaker: null, startMs: null };
}
