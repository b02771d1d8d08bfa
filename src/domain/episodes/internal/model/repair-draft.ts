import type { NoteClaim } from "#domain/planning/steer.ts";
import type { Brief } from "../../brief.ts";
import type { Ask, Draft, DraftBlock, Finding } from "../../writer.ts";
import { markdownOf } from "../check/markdown-of.ts";
import { countWords } from "../document/excerpt-document.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { chooseRun } from "../outline/choose-run.ts";
import { correctionReader } from "../steer/print-correction.ts";
import { type RepairAnswer, repairAnswer } from "./answers.ts";
import { labelsOf } from "./label-passages.ts";
import { withoutHeading } from "./print-block.ts";
import { REPAIR_PROMPT, renderRepair } from "./prompts/repair.v2.ts";
import { type PlacedClaim, readClaims } from "./read-claims.ts";
import { toBlocks } from "./to-blocks.ts";
import { withoutAddresses } from "./without-addresses.ts";

const TOKENS_PER_WORD = 3;
const SPARE_TOKENS = 6_000;

/** Has a model mend what the check found, once. Recap, headings, corrections and lead, which code wrote, stay as they are. */
export async function repairDraft(
  brief: Brief,
  draft: Draft,
  findings: readonly Finding[],
  ask: Ask,
): Promise<Draft> {
  const isCorrection = correctionReader(brief);
  const open = draft.blocks.flatMap((block, at) =>
    isFrame(block) || isCorrection(block) !== null ? [] : [at],
  );
  const passageIds = passagesFor(brief, draft, findings);
  const wishes = wishesFor(brief, draft, findings);
  const blockLabels = new Set(open.map((at) => `b${at + 1}`));
  const words = draft.blocks.reduce((sum, block) => sum + countWords(plainTextOf(markdownOf(block))), 0);
  const answer = await ask({
    step: "repair",
    prompt: { ...REPAIR_PROMPT, text: renderRepair({ brief, draft, findings, open, passageIds, wishes }) },
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

/** The notes of which nothing was said. None where an address came in: it may have come with a wish, which is not shown again. */
function wishesFor(brief: Brief, draft: Draft, findings: readonly Finding[]): Set<string> {
  if (findings.some(({ code }) => code === "LINK")) return new Set();
  const said = new Set(draft.notes.map(({ noteId }) => noteId));
  return new Set([...brief.notes.filter(({ id }) => !said.has(id)), ...brief.memories].map(({ id }) => id));
}

function isFrame(block: DraftBlock): boolean {
  if (block.type !== "MARKDOWN") return block.type === "RECAP";
  return block.origins.length === 0 || withoutHeading(block.markdown) === "";
}

function mended(brief: Brief, draft: Draft, answer: RepairAnswer): Draft {
  const blocks = draft.blocks.flatMap((block, at) => {
    const changes = answer.blocks.filter(({ block: label }) => label === `b${at + 1}`);
    if (changes.length === 0) return [block];
    const made = toBlocks(
      changes.flatMap(({ kind, ...rest }) => (kind === "drop" ? [] : [{ ...rest, kind }])),
      brief,
    );
    return withHeadingOf(block, made);
  });
  return {
    title: withoutAddresses(answer.title),
    dek: withoutAddresses(answer.dek),
    blocks,
    notes: withClaims(draft.notes, readClaims(brief, answer.notes)),
  };
}

/** What was said first stands: asked again, a model only fills in what it forgot. */
function withClaims(claims: readonly NoteClaim[], later: readonly PlacedClaim[]): NoteClaim[] {
  const said = new Set(claims.map(({ noteId }) => noteId));
  const added = later.filter(({ noteId }) => !said.has(noteId));
  return [...claims, ...added.map(({ passageIds: _, ...claim }) => claim)];
}

/** A heading that opened the block opens what comes in its place, and goes with it. */
function withHeadingOf(block: DraftBlock, made: readonly DraftBlock[]): DraftBlock[] {
  const heading = block.type === "MARKDOWN" ? /^## .*/.exec(block.markdown)?.[0] : undefined;
  const [first, ...rest] = made;
  if (heading === undefined || first?.type !== "MARKDOWN") return [...made];
  return [{ ...first, markdown: `${heading}\n\n${first.markdown}` }, ...rest];
}
