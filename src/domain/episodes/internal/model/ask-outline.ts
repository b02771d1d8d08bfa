import { stemsIn } from "#platform/language/stems-in.ts";
import type { Brief, Candidate } from "../../brief.ts";
import { bodyWords } from "../../reading-time.ts";
import type { Ask, WriterOutline } from "../../writer.ts";
import { chooseRun } from "../outline/choose-run.ts";
import { isLast } from "../outline/outline-episode.ts";
import { contentStems } from "../select/content-stems.ts";
import { type OutlineAnswer, outlineAnswer, plainLabel } from "./answers.ts";
import { labelPassages, labelsOf } from "./label-passages.ts";
import { OUTLINE_PROMPT, renderOutline } from "./prompts/outline.v2.ts";
import { readClaims } from "./read-claims.ts";
import { withoutAddresses } from "./without-addresses.ts";

/** Words under one heading, about. */
const SECTION_WORDS = 320;
/** Title, headings and labels are short; the rest is room to think, which reasoning models take out of the same. */
const MOST_OUTPUT_TOKENS = 6_000;
/** What is said of a note, its reason included. */
const TOKENS_PER_NOTE = 120;
const MOST_AHEAD = 3;

/** Has a model outline the passages that code chose: the same run that the built-in writer would tell. */
export async function askOutline(brief: Brief, ask: Ask): Promise<WriterOutline> {
  const run = chooseRun(brief);
  const labels = new Set(
    labelsOf(
      brief,
      run.map(({ id }) => id),
    ),
  );
  const sections = Math.max(1, Math.round(bodyWords(brief.project.minutes) / SECTION_WORDS));
  const answer = await ask({
    step: "outline",
    prompt: { ...OUTLINE_PROMPT, text: renderOutline({ brief, run, sections }) },
    schema: outlineAnswer(labels),
    maxOutputTokens: MOST_OUTPUT_TOKENS + brief.notes.length * TOKENS_PER_NOTE,
  });
  return toOutline(brief, answer);
}

/** The outline with ids for labels. A passage is told once; what comes later is said only where the sources have it. */
function toOutline(brief: Brief, answer: OutlineAnswer): WriterOutline {
  const byLabel = labelPassages(brief);
  const told = new Set<string>();
  const sections = answer.sections.flatMap(({ heading, passages }) => {
    const ids = passages.flatMap((label) => byLabel.get(plainLabel(label))?.id ?? []);
    const passageIds = [...new Set(ids)].filter((id) => !told.has(id));
    for (const id of passageIds) told.add(id);
    const text = withoutAddresses(heading) || withoutAddresses(answer.title);
    const headings = text === "" ? [] : [{ level: 2, text }];
    return passageIds.length === 0 ? [] : [{ headings, passageIds }];
  });
  const rest = brief.candidates.filter(({ id }) => !told.has(id));
  const isEnd = isLast(brief, rest);
  return {
    title: withoutAddresses(answer.title),
    dek: withoutAddresses(answer.dek),
    sections,
    ahead: isEnd ? [] : ahead(answer.ahead, rest, brief),
    isLast: isEnd,
    claims: readClaims(brief, answer.notes),
  };
}

/** Of the headings that a model promises those that share a word with what is left to tell. */
function ahead(headings: readonly string[], rest: readonly Candidate[], brief: Brief): string[] {
  const { language } = brief.project;
  const known = new Set(rest.flatMap((candidate) => contentStems(candidate, language)));
  return headings
    .map(withoutAddresses)
    .filter((heading) => heading !== "" && heading.length <= 120)
    .filter((heading) => stemsIn(heading, language).some((stem) => known.has(stem)))
    .slice(0, MOST_AHEAD);
}
