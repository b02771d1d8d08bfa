import type { Brief, Candidate } from "../../brief.ts";
import { bodyWords } from "../../reading-time.ts";
import type { Ask, Draft, DraftBlock, WriterOutline } from "../../writer.ts";
import { findRepeats } from "../check/find-repeats.ts";
import { markdownOf } from "../check/markdown-of.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { escapeMarkdown } from "../document/print-markdown.ts";
import { phrasesFor } from "../phrases/say.ts";
import { writeAhead, writeRecap } from "../write/write-frame.ts";
import { type BlockAnswer, sectionAnswer } from "./answers.ts";
import { labelsOf } from "./label-passages.ts";
import { renderSection, SECTION_PROMPT } from "./prompts/section.v2.ts";
import { toBlocks } from "./to-blocks.ts";

const MINUTES_PER_QUESTION = 2;
const MOST_QUESTIONS = 4;
/** From this length on an episode ends with something to try. */
const SCENARIO_MINUTES = 8;
/** Prose says what its passages say in no more words than these times theirs. */
const MOST_STRETCH = 1.2;
const SHORTEST_SECTION_WORDS = 60;
/** Tokens for a word in most languages and its JSON; the rest is for questions, evidence and room to think. */
const TOKENS_PER_WORD = 3;
const SPARE_TOKENS = 6_000;
const BEFORE_CHARS = 600;

/** Has a model write the outline out, a section at a time; recap, headings and the lead to the next episode are code's. */
export async function writeSections(brief: Brief, outline: WriterOutline, ask: Ask): Promise<Draft> {
  const phrases = phrasesFor(brief.project.language);
  const body: DraftBlock[] = [];
  const questions: DraftBlock[] = [];
  for (const at of outline.sections.keys()) {
    const { told, asked } = await writeSection({ brief, outline, at, before: lastWords(body) }, ask);
    body.push(...told);
    questions.push(...asked);
  }
  const recap = brief.last === null ? [] : [writeRecap(brief.last, brief, phrases)];
  const blocks = [...recap, ...body, ...questions];
  const ahead = writeAhead(outline, brief, phrases);
  if (ahead !== null && !findRepeats(brief, [...blocks, ahead]).includes(blocks.length)) blocks.push(ahead);
  const notes = (outline.claims ?? []).map(({ passageIds: _, ...claim }) => claim);
  return { title: outline.title, dek: outline.dek, blocks, notes };
}

interface Section {
  brief: Brief;
  outline: WriterOutline;
  at: number;
  before: string;
}

async function writeSection(
  { brief, outline, at, before }: Section,
  ask: Ask,
): Promise<{ told: DraftBlock[]; asked: DraftBlock[] }> {
  const section = outline.sections[at];
  const words = wordsOfSection(brief, outline, at);
  const recalls = questionsOf(brief, outline.sections.length, at);
  const scenario = at === outline.sections.length - 1 && brief.project.minutes >= SCENARIO_MINUTES;
  const labels = new Set(labelsOf(brief, section?.passageIds ?? []));
  const wishes = wishesOf(brief, outline, section?.passageIds ?? []);
  const { blocks } = await ask({
    step: `section-${at + 1}`,
    prompt: {
      ...SECTION_PROMPT,
      text: renderSection({ brief, outline, at, words, recalls, scenario, before, wishes }),
    },
    schema: sectionAnswer(labels),
    maxOutputTokens: Math.ceil(words * TOKENS_PER_WORD) + SPARE_TOKENS,
  });
  const of = (...kinds: BlockAnswer["kind"][]) => blocks.filter(({ kind }) => kinds.includes(kind));
  const told = toBlocks(of("text", "quote"), brief);
  const tried = scenario ? toBlocks(of("scenario").slice(0, 1), brief) : [];
  return {
    told: [...underHeading(section?.headings.at(-1)?.text ?? "", told), ...tried],
    asked: toBlocks(of("recall").slice(0, recalls), brief),
  };
}

/** The heading opens the first text; before a quotation it stands alone, resting on what the quotation rests on. */
function underHeading(heading: string, blocks: readonly DraftBlock[]): DraftBlock[] {
  const [first, ...rest] = blocks;
  if (first === undefined || heading === "") return [...blocks];
  const line = `## ${escapeMarkdown(heading)}`;
  if (first.type === "MARKDOWN") return [{ ...first, markdown: `${line}\n\n${first.markdown}` }, ...rest];
  const origins = first.origins.flatMap((origin) =>
    origin.kind === "PASSAGE" ? [{ ...origin, quote: null }] : [],
  );
  return [{ type: "MARKDOWN", markdown: line, origins }, ...blocks];
}

/** Its share of the episode, by what its passages hold, and never more than they give. */
function wordsOfSection(brief: Brief, outline: WriterOutline, at: number): number {
  const byId = new Map(brief.candidates.map((candidate): [string, Candidate] => [candidate.id, candidate]));
  const held = outline.sections.map(({ passageIds }) =>
    passageIds.reduce((sum, id) => sum + (byId.get(id)?.words ?? 0), 0),
  );
  const all = held.reduce((sum, words) => sum + words, 0);
  const wanted = Math.min(bodyWords(brief.project.minutes), all * MOST_STRETCH);
  const words = (wanted * (held[at] ?? 0)) / Math.max(1, all);
  return Math.max(SHORTEST_SECTION_WORDS, Math.round(words));
}

/** The notes that the outline honours in the section or as a whole, or of which it says nothing; and all memories. */
function wishesOf(brief: Brief, { claims = [] }: WriterOutline, passageIds: readonly string[]): Set<string> {
  const elsewhere = claims.filter(
    (claim) =>
      !claim.isHonoured ||
      (claim.passageIds.length > 0 && !claim.passageIds.some((id) => passageIds.includes(id))),
  );
  const left = new Set(elsewhere.map(({ noteId }) => noteId));
  return new Set([...brief.notes, ...brief.memories].flatMap(({ id }) => (left.has(id) ? [] : [id])));
}

/** The questions of an episode, spread over its sections. */
function questionsOf(brief: Brief, sections: number, at: number): number {
  const all = Math.min(MOST_QUESTIONS, Math.max(1, Math.round(brief.project.minutes / MINUTES_PER_QUESTION)));
  return Math.floor(((at + 1) * all) / sections) - Math.floor((at * all) / sections);
}

function lastWords(blocks: readonly DraftBlock[]): string {
  const last = blocks.at(-1);
  return last === undefined ? "" : plainTextOf(markdownOf(last)).slice(-BEFORE_CHARS);
}
