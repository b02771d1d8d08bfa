import type { Brief } from "../../brief.ts";
import type { Ask, Draft, DraftBlock, Finding } from "../../writer.ts";
import { markdownOf } from "../check/markdown-of.ts";
import { countWords } from "../document/excerpt-document.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { chooseRun } from "../outline/choose-run.ts";
import { type RepairAnswer, repairAnswer } from "./answers.ts";
import { labelPassages, labelsOf } from "./label-passages.ts";
import { withoutHeading } from "./print-block.ts";
import { REPAIR_PROMPT, renderRepair } from "./prompts/repair.v1.ts";
import { toBlocks } from "./to-blocks.ts";

const TOKENS_PER_WORD = 3;
const SPARE_TOKENS = 6_000;

/** Has a model mend what the check found, once. Recap, headings and lead, which code wrote, stay as they are. */
export async function repairDraft(
  brief: Brief,
  draft: Draft,
  findings: readonly Finding[],
  ask: Ask,
): Promise<Draft> {
  const open = draft.blocks.flatMap((block, at) => (isFrame(block) ? [] : [at]));
  const passageIds = passagesFor(brief, draft, findings);
  const blockLabels = new Set(open.map((at) => `b${at + 1}`));
  const words = draft.blocks.reduce((sum, block) => sum + countWords(plainTextOf(markdownOf(block))), 0);
  const answer = await ask({
    step: "repair",
    prompt: { ...REPAIR_PROMPT, text: renderRepair({ brief, draft, findings, open, passageIds }) },
    schema: repairAnswer(new Set(labelsOf(brief, passageIds)), blockLabels),
    maxOutputTokens: Math.ceil(words * TOKENS_PER_WORD) + SPARE_TOKENS,
  });
  return mended(brief, draft, answer);
}

/** Those that the draft cites; where its length is wrong, all that the episode is made of. */
function passagesFor(brief: Brief, draft: Draft, findings: readonly Finding[]): string[] {
  const cited = draft.blocks.flatMap(({ origins }) =>
    origins.flatMap((origin) => (origin.kind === "PASSAGE" ? [origin.passageId] : [])),
  );
  const isMore = findings.some(({ code }) => code === "LENGTH");
  return [...new Set([...cited, ...(isMore ? chooseRun(brief).map(({ id }) => id) : [])])];
}

function isFrame(block: DraftBlock): boolean {
  if (block.type !== "MARKDOWN") return block.type === "RECAP";
  return block.origins.length === 0 || withoutHeading(block.markdown) === "";
}

function mended(brief: Brief, draft: Draft, answer: RepairAnswer): Draft {
  const byLabel = labelPassages(brief);
  const blocks = draft.blocks.flatMap((block, at) => {
    const changes = answer.blocks.filter(({ block: label }) => label === `b${at + 1}`);
    if (changes.length === 0) return [block];
    const made = toBlocks(
      changes.flatMap(({ kind, ...rest }) => (kind === "drop" ? [] : [{ ...rest, kind }])),
      byLabel,
    );
    return withHeadingOf(block, made);
  });
  return {
    title: answer.title.trim(),
    dek: answer.dek.replace(/\s+/g, " ").trim(),
    blocks,
    notes: draft.notes,
  };
}

/** A heading that opened the block opens what comes in its place, and goes with it. */
function withHeadingOf(block: DraftBlock, made: readonly DraftBlock[]): DraftBlock[] {
  const heading = block.type === "MARKDOWN" ? /^## .*/.exec(block.markdown)?.[0] : undefined;
  const [first, ...rest] = made;
  if (heading === undefined || first?.type !== "MARKDOWN") return [...made];
  return [{ ...first, markdown: `${heading}\n\n${first.markdown}` }, ...rest];
}
