import { z } from "zod";

// Providers take away bounds of a schema or refuse it for them: they stand in refinements, which no JSON schema shows.

const LONGEST_TITLE = 200;
const LONGEST_DEK = 400;
const LONGEST_HEADING = 120;
const MOST_SECTIONS = 24;
const MOST_BLOCKS = 24;
const LONGEST_TEXT = 8_000;

/** One block as a model writes it; the fields that its kind has no use for are empty. */
export const BlockAnswer = z.object({
  kind: z.enum(["text", "quote", "recall", "scenario"]),
  text: z.string(),
  passages: z.array(z.string()),
  answer: z.string(),
  evidence: z.string(),
  /** The labels of notes and memories that it is there for. */
  notes: z.array(z.string()),
});
export type BlockAnswer = z.infer<typeof BlockAnswer>;

/** What a model says that it did about one note. Labels that stand in no request say nothing, and are no mistake. */
export const WishAnswer = z.object({
  note: z.string(),
  honoured: z.boolean(),
  passages: z.array(z.string()),
  reason: z.string(),
});
export type WishAnswer = z.infer<typeof WishAnswer>;

/** What a model answers when it is asked for an outline of these passages. */
export function outlineAnswer(labels: ReadonlySet<string>) {
  return z
    .object({
      title: z.string(),
      dek: z.string(),
      sections: z.array(z.object({ heading: z.string(), passages: z.array(z.string()) })),
      notes: z.array(WishAnswer),
      ahead: z.array(z.string()),
    })
    .superRefine(({ title, dek, sections }, { addIssue }) => {
      if (!isWithin(title, LONGEST_TITLE)) addIssue("title: one line of at most 200 characters");
      if (dek.length > LONGEST_DEK) addIssue("dek: at most 400 characters");
      if (sections.length === 0 || sections.length > MOST_SECTIONS) addIssue("sections: from 1 to 24");
      for (const [at, { heading, passages }] of sections.entries()) {
        if (!isWithin(heading, LONGEST_HEADING)) addIssue(`section ${at + 1}: a heading on one line`);
        const problem = labelProblem(passages, labels);
        if (problem !== null) addIssue(`section ${at + 1}: ${problem}`);
      }
    });
}
export type OutlineAnswer = z.infer<ReturnType<typeof outlineAnswer>>;

/** What a model answers when it is asked for a section of these passages. */
export function sectionAnswer(labels: ReadonlySet<string>) {
  return z.object({ blocks: z.array(BlockAnswer) }).superRefine(({ blocks }, { addIssue }) => {
    if (blocks.length > MOST_BLOCKS) addIssue("blocks: at most 24");
    if (!blocks.some(({ kind }) => kind === "text")) addIssue("blocks: at least one of kind text");
    for (const [at, block] of blocks.entries()) {
      const problem = blockProblem(block, labels);
      if (problem !== null) addIssue(`block ${at + 1}: ${problem}`);
    }
  });
}

/** What a model answers when it is asked to mend a draft of these blocks and passages. */
export function repairAnswer(labels: ReadonlySet<string>, blockLabels: ReadonlySet<string>) {
  const mended = BlockAnswer.extend({
    block: z.string(),
    kind: z.enum(["text", "quote", "recall", "scenario", "drop"]),
  });
  return z
    .object({ title: z.string(), dek: z.string(), blocks: z.array(mended), notes: z.array(WishAnswer) })
    .superRefine(({ title, dek, blocks }, { addIssue }) => {
      if (!isWithin(title, LONGEST_TITLE)) addIssue("title: one line of at most 200 characters");
      if (dek.length > LONGEST_DEK) addIssue("dek: at most 400 characters");
      for (const [at, { block, kind, ...rest }] of blocks.entries()) {
        if (!blockLabels.has(block)) addIssue(`block ${at + 1}: there is no block ${block}`);
        const problem = kind === "drop" ? null : blockProblem({ kind, ...rest }, labels);
        if (problem !== null) addIssue(`block ${at + 1}: ${problem}`);
      }
    });
}
export type RepairAnswer = z.infer<ReturnType<typeof repairAnswer>>;

/** A label as it was given, whatever a model puts around it: "[p3]", "P3". */
export function plainLabel(label: string): string {
  return label.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function blockProblem(
  { kind, text, answer, evidence, passages }: Omit<BlockAnswer, "notes">,
  labels: ReadonlySet<string>,
): string | null {
  if (!isText(text)) return "the text is empty or longer than 8,000 characters";
  if ((kind === "recall" || kind === "scenario") && !isText(answer)) return "the answer is empty or too long";
  if (kind === "recall" && !isText(evidence)) return "the evidence is empty or too long";
  return labelProblem(passages, labels);
}

function labelProblem(passages: readonly string[], labels: ReadonlySet<string>): string | null {
  if (passages.length === 0) return "it names no passage";
  const unknown = passages.find((label) => !labels.has(plainLabel(label)));
  return unknown === undefined ? null : `there is no passage ${unknown} in this request`;
}

function isText(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && text.length <= LONGEST_TEXT;
}

function isWithin(line: string, longest: number): boolean {
  return /[\p{L}\p{N}]/u.test(line) && line.length <= longest && !/\p{Cc}/u.test(line.trim());
}
