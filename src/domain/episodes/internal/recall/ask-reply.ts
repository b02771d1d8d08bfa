import type { Linguist } from "#platform/language/linguist.ts";
import type { Candidate, SpeechExcerpt } from "../../brief.ts";
import { inQuotes } from "../phrases/quote.ts";
import { type Phrases, say } from "../phrases/say.ts";
import { PROCEDURE } from "../transcript/speech-lexicon.ts";
import { CUT } from "../write/cut.ts";
import type { LinguistOf, Question } from "./line.ts";

const MOST_QUESTION_WORDS = 30;
const LEAST_QUESTION_WORDS = 6;
const MOST_REPLY_WORDS = 45;
const LEAST_REPLY_WORDS = 4;
/** Words that may have been passed over before a reply: "Well, I think". */
const MOST_PASSED_OVER = 3;

/** "A asked …: what did B reply?", for a question that another speaker answers next. */
export function askReply(
  run: readonly Candidate[],
  sectionOf: (candidate: Candidate) => number,
  linguistOf: LinguistOf,
  phrases: Phrases,
  turn: number,
): Question[] {
  const spoken = run.flatMap((candidate) =>
    candidate.excerpts.flatMap((excerpt) => (excerpt.kind === "speech" ? [{ candidate, excerpt }] : [])),
  );
  return spoken.flatMap(({ candidate, excerpt }, at) => {
    const next = spoken[at + 1];
    if (next === undefined || next.candidate.sourceId !== candidate.sourceId) return [];
    const linguist = linguistOf(candidate);
    const asked = linguist.read(excerpt.pieces.at(-1) ?? "").at(-1);
    const asker = excerpt.speaker;
    const answerer = next.excerpt.speaker;
    if (!excerpt.asks || asked === undefined || asker === null || answerer === null || asker === answerer)
      return [];
    if (asked.wordCount < LEAST_QUESTION_WORDS || asked.wordCount > MOST_QUESTION_WORDS) return [];
    if (!/^\p{Lu}/u.test(asked.text) || PROCEDURE.test(asked.text)) return [];
    const reply = firstSentences(next.excerpt, linguistOf(next.candidate).read);
    if (reply.split(" ").length < LEAST_REPLY_WORDS || reply.endsWith("?")) return [];
    if (!opensReply(reply, next)) return [];
    return [
      {
        kind: "reply" as const,
        question: say(phrases.reply, { asker, answerer, line: inQuotes(asked.text) }, turn),
        answer: reply,
        evidence: {
          passageId: next.candidate.id,
          quote: reply,
          startMs: next.excerpt.startMs,
          endMs: next.excerpt.endMs,
        },
        section: sectionOf(next.candidate),
        score: 0.7 + Math.min(0.5, next.excerpt.weight / 4),
      },
    ];
  });
}

/** What answers is what was said first; later words may answer something else. */
function opensReply(reply: string, { candidate, excerpt }: { candidate: Candidate; excerpt: SpeechExcerpt }) {
  const at = candidate.turns.findIndex(
    ({ speaker, text }) => speaker === excerpt.speaker && text.includes(reply),
  );
  const turn = candidate.turns[at];
  // A reply over several captions cannot be found in one of them.
  if (turn === undefined) return candidate.turns.some(({ text }) => reply.startsWith(text));
  const before = turn.text.slice(0, turn.text.indexOf(reply)).trim();
  return (
    candidate.turns[at - 1]?.speaker !== excerpt.speaker &&
    (before === "" || before.split(/\s+/).length <= MOST_PASSED_OVER)
  );
}

/** As many whole sentences from the start of the reply as are quickly read. */
function firstSentences(excerpt: SpeechExcerpt, read: Linguist["read"]): string {
  const first = excerpt.pieces[0] ?? "";
  let words = 0;
  let end = 0;
  for (const sentence of read(first)) {
    words += sentence.wordCount;
    if (words > MOST_REPLY_WORDS) break;
    end = sentence.end;
  }
  const reply = first.slice(0, end);
  return reply.includes(CUT) ? "" : reply;
}
