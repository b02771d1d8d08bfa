import type { RootContent } from "mdast";
import type { Brief, Candidate } from "../../brief.ts";
import type { DraftBlock, DraftOrigin } from "../../writer.ts";
import { quotedIn } from "../check/quoted-in.ts";
import { parseMarkdown } from "../document/parse-markdown.ts";
import { escapeMarkdown, printMarkdown } from "../document/print-markdown.ts";
import { type BlockAnswer, plainLabel } from "./answers.ts";
import { labelMemories, labelNotes } from "./label-notes.ts";
import { labelPassages } from "./label-passages.ts";
import { locateQuote } from "./locate-quote.ts";

/** Blocks of a draft from what a model wrote: whom a quotation is from and what a block rests on is taken from the passages. */
export function toBlocks(answers: readonly BlockAnswer[], brief: Brief): DraftBlock[] {
  const byLabel = labelPassages(brief);
  const wishes = wishOrigins(brief);
  return answers.flatMap((answer) => {
    const block = toBlock(answer, byLabel);
    if (block === null) return [];
    const labels = [...new Set(answer.notes.map(plainLabel))];
    return [{ ...block, origins: [...block.origins, ...labels.flatMap((label) => wishes.get(label) ?? [])] }];
  });
}

/** Notes and memories as what a block is there for, by their labels. */
function wishOrigins(brief: Brief): Map<string, DraftOrigin> {
  return new Map<string, DraftOrigin>([
    ...[...labelNotes(brief)].map(([label, { id: noteId }]) => [label, { kind: "NOTE", noteId }] as const),
    ...[...labelMemories(brief)].map(
      ([label, { id: memoryId }]) => [label, { kind: "MEMORY", memoryId }] as const,
    ),
  ]);
}

function toBlock(answer: BlockAnswer, byLabel: ReadonlyMap<string, Candidate>): DraftBlock | null {
  const labels = [...new Set(answer.passages.map(plainLabel))];
  const passages = labels.flatMap((label) => byLabel.get(label) ?? []);
  const text = answer.text.trim();
  switch (answer.kind) {
    case "text": {
      const markdown = withOwnWords(withoutHeadings(text), passages);
      return { type: "MARKDOWN", markdown, origins: passages.map((passage) => restingOn(passage, markdown)) };
    }
    case "quote":
      return toQuote(text, passages);
    case "recall": {
      const evidence = takenFrom(passages, answer.evidence);
      const origins = evidence === null ? [] : [evidence.origin];
      return { type: "RECALL", question: text, answer: answer.answer.trim(), origins };
    }
    case "scenario": {
      const origins = passages.map((passage) => restingOn(passage, text));
      return { type: "SCENARIO", situation: text, task: answer.answer.trim(), origins };
    }
  }
}

function toQuote(text: string, passages: readonly Candidate[]): DraftBlock | null {
  const taken = takenFrom(passages, text);
  if (taken === null) return null;
  const { passage, origin } = taken;
  return {
    type: "QUOTE",
    text: origin.quote,
    attribution: {
      sourceTitle: passage.sourceTitle,
      heading: passage.turns.length > 0 ? null : (passage.headingPath.at(-1) ?? null),
      speaker: taken.speaker,
      startMs: origin.startMs,
    },
    origins: [origin],
  };
}

type FromPassage = Extract<DraftOrigin, { kind: "PASSAGE" }>;

interface Taken {
  passage: Candidate;
  speaker: string | null;
  origin: FromPassage & { quote: string };
}

/** The words where they stand in one of the passages; else as the model gave them, for the check to find. */
function takenFrom(passages: readonly Candidate[], words: string): Taken | null {
  for (const passage of passages) {
    const located = locateQuote(passage, words);
    if (located === null) continue;
    const { text: quote, speaker, startMs, endMs } = located;
    return { passage, speaker, origin: { kind: "PASSAGE", passageId: passage.id, quote, startMs, endMs } };
  }
  const [passage] = passages;
  if (passage === undefined) return null;
  const quote = words.trim();
  const origin = { kind: "PASSAGE", passageId: passage.id, quote, startMs: null, endMs: null } as const;
  return { passage, speaker: null, origin };
}

/** A passage behind a text, with the words that the text quotes from it. */
function restingOn(passage: Candidate, markdown: string): FromPassage {
  const located = quotedIn(markdown).flatMap((words) => locateQuote(passage, words) ?? []);
  const quotes = [...new Set(located.map(({ text }) => text))];
  const first = passage.turns[0];
  return {
    kind: "PASSAGE",
    passageId: passage.id,
    quote: quotes.length === 0 ? null : quotes.join("\n\n"),
    startMs: located[0]?.startMs ?? first?.startMs ?? null,
    endMs: located.at(-1)?.endMs ?? passage.turns.at(-1)?.endMs ?? null,
  };
}

/** Quotations inside a text in the passage's own signs, where only signs differ. */
function withOwnWords(markdown: string, passages: readonly Candidate[]): string {
  return quotedIn(markdown).reduce((text, words) => {
    const located = passages.flatMap((passage) => locateQuote(passage, words) ?? [])[0];
    return located === undefined || located.text === words
      ? text
      : text.replace(words, () => escapeMarkdown(located.text));
  }, markdown);
}

/** Headings are the outline's; one that a model writes all the same becomes a line of its own. */
function withoutHeadings(markdown: string): string {
  const tree = parseMarkdown(markdown);
  if (!tree.children.some(({ type }) => type === "heading")) return markdown;
  const children = tree.children.map(
    (node): RootContent =>
      node.type === "heading"
        ? { type: "paragraph", children: [{ type: "strong", children: node.children }] }
        : node,
  );
  return printMarkdown({ type: "root", children });
}
