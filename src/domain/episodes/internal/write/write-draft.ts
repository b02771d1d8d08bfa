import type { Brief, Candidate } from "../../brief.ts";
import type { Draft, DraftBlock, WriterOutline } from "../../writer.ts";
import { findRepeats } from "../check/find-repeats.ts";
import { escapeMarkdown } from "../document/print-markdown.ts";
import { bySourceInARow } from "../outline/outline-sections.ts";
import { phrasesFor } from "../phrases/say.ts";
import { askQuestions } from "../recall/ask-questions.ts";
import { claimNotes } from "../steer/claim-notes.ts";
import { creditQuotes } from "../steer/credit-quotes.ts";
import { creditWishes } from "../steer/credit-wishes.ts";
import { placeCorrections } from "../steer/place-corrections.ts";
import { setAnswersApart } from "../steer/set-answers-apart.ts";
import { pickQuotes } from "./pick-quotes.ts";
import { writeDocument } from "./write-document.ts";
import { writeAhead, writeRecap, writeSourceLine } from "./write-frame.ts";
import { writeTalk } from "./write-talk.ts";

/** Writes the outline out: recap, passages under their headings, recall questions, what comes next; and what notes and memories ask for. */
export function writeDraft(brief: Brief, outline: WriterOutline): Draft {
  const phrases = phrasesFor(brief.project.language);
  const answers = setAnswersApart(brief);
  const byId = new Map(brief.candidates.map((each) => [each.id, answers.get(each.id)?.rest ?? each]));
  const run = outline.sections.flatMap(({ passageIds }) => find(byId, passageIds));
  const quotes = pickQuotes(run, outline.sections, brief);
  const sourceLines = sourceLinesByPassage(run, brief);
  const blocks: DraftBlock[] = [];
  if (brief.last !== null) blocks.push(writeRecap(brief.last, brief, phrases));
  for (const section of outline.sections) {
    const candidates = find(byId, section.passageIds);
    const first = candidates[0];
    if (first === undefined) continue;
    blocks.push(...section.passageIds.flatMap((id) => answers.get(id)?.blocks ?? []));
    const told = candidates.filter(({ excerpts }) => excerpts.length > 0);
    if (told.length === 0) continue;
    const opening = [
      ...(sourceLines.has(first.id) ? [sourceLines.get(first.id) ?? ""] : []),
      ...section.headings.map(({ level, text }) => `${"#".repeat(level)} ${escapeMarkdown(text)}`),
    ].join("\n\n");
    if (first.turns.length > 0) blocks.push(...writeTalk(told, opening, quotes, phrases));
    else {
      told.forEach((candidate, at) => {
        blocks.push(...writeDocument(candidate, at === 0 ? opening : "", quotes));
      });
    }
  }
  // A paragraph may be new as a whole and old in the part that a block shows.
  const repeats = new Set(findRepeats(brief, blocks));
  const fresh = blocks.filter((_, at) => !repeats.has(at));
  fresh.push(...askQuestions(run, outline.sections, brief));
  const ahead = writeAhead(outline, brief, phrases);
  // The last episode may have ended by naming the same headings; then there is nothing new to lead over to.
  if (ahead !== null && !findRepeats(brief, [...fresh, ahead]).includes(fresh.length)) fresh.push(ahead);
  const usual = pickQuotes(run, outline.sections, { ...brief, notes: [], memories: [] });
  const credited = creditWishes(brief, creditQuotes(brief, fresh, { picked: quotes, usual }));
  const steered = placeCorrections(brief, credited);
  return { title: outline.title, dek: outline.dek, blocks: steered, notes: claimNotes(brief) };
}

function find(byId: ReadonlyMap<string, Candidate>, ids: readonly string[]): Candidate[] {
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Where each stretch of a source begins, by its first passage. */
function sourceLinesByPassage(run: readonly Candidate[], brief: Brief): Map<string, string> {
  const phrases = phrasesFor(brief.project.language);
  const stretches = bySourceInARow(run);
  const firstTalk = stretches.find(([first]) => first !== undefined && first.turns.length > 0);
  return new Map(
    stretches.flatMap((stretch, at) => {
      const first = stretch[0];
      const isSame = first?.sourceId === stretches[at - 1]?.[0]?.sourceId;
      // Headings show well enough that a document goes on elsewhere; a talk says when.
      return first === undefined || (isSame && first.turns.length === 0)
        ? []
        : [
            [
              first.id,
              writeSourceLine(stretch, brief, phrases, {
                isFirst: at === 0,
                explainsCuts: stretch === firstTalk,
              }),
            ],
          ];
    }),
  );
}
