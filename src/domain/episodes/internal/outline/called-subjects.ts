import { HOLLOW_WORDS } from "#platform/language/hollow-words.ts";
import type { Linguist, Sentence, Token } from "#platform/language/linguist.ts";
import type { Turn } from "../../brief.ts";
import { HESITATION, isBackchannel } from "../transcript/speech-lexicon.ts";
import { explicitSubject, fragmentSubject, isNoun, NUMBERED, textOf } from "./read-call.ts";

/** What whoever leads a talk announces as its next subject. */
export interface CalledSubject {
  text: string;
  key: string;
  /** Index of the first passage that is about it. */
  from: number;
}

interface ReadTurn {
  speaker: string | null;
  sentences: Sentence[];
}

interface Call extends CalledSubject {
  /** A bare name, no sentence. */
  isFragment: boolean;
  /** The words around it say that it is a subject. */
  isLedIn: boolean;
  /** Somebody is named right after it. */
  isHandedOver: boolean;
  turn: ReadTurn;
}

interface Known {
  speakers: ReadonlySet<string>;
  nouns: ReadonlySet<string>;
}

/** Beside a fragment these words make it as good as a call: "The next one is yours. Accessibility." */
const LEADS_IN = /\b(?:(?:next|last) (?:one|topic|item|subject|thing)|one (?:more|small) thing)\b/i;
/** Whoever calls subjects in whole sentences so often also calls them by their bare name. */
const LEAST_CALLS = 2;
/** So many other turns must speak of it, among the passages that follow, and not only in passing. */
const LEAST_TURNS = 2;
const LEAST_TURN_WORDS = 8;
const PASSAGES_AFTER = 5;
/** When less of a passage than this comes after the call, its subject begins with the next passage. */
const LEAST_REST = 0.5;
const TITLE = /^(?:mr|mrs|ms|dr|hon|honourable|professor|minister|chair)$/;

/**
 * The subjects that are announced in a stretch of talk, in order, each at most once: by the words of whoever leads it, and
 * only where the talk then takes them up. English only; without a tagger there are none.
 */
export function calledSubjects(
  passages: readonly { turns: readonly Turn[] }[],
  linguist: Linguist,
): CalledSubject[] {
  if (!linguist.hasTagger) return [];
  const read = passages.map(({ turns }) =>
    turns.map(({ speaker, text }) => ({ speaker, sentences: linguist.read(text) })),
  );
  const turns = read.flat();
  const known = {
    speakers: new Set(turns.flatMap(({ speaker }) => speaker?.toLowerCase().split(/\s+/) ?? [])),
    nouns: new Set(
      turns.flatMap((turn) =>
        tokensOf(turn)
          .filter(isNoun)
          .map(({ stem }) => stem),
      ),
    ),
  };
  const calls = read
    .flatMap((ofPassage, at) => callsIn(ofPassage, at, known))
    .filter((call) => call.isLedIn || call.isHandedOver || isTakenUp(call, read));
  const leads = Map.groupBy(
    calls.filter(({ isFragment, isHandedOver }) => !isFragment || isHandedOver),
    ({ turn }) => turn.speaker,
  );
  const names = Map.groupBy(calls, ({ key }) => key);
  const subjects = new Map<string, CalledSubject>();
  for (const { text, key, from, isFragment, isLedIn, turn } of calls) {
    if (isFragment && !isLedIn && (leads.get(turn.speaker)?.length ?? 0) < LEAST_CALLS) continue;
    // A bare name that comes back again and again is a formula.
    if (isFragment && (names.get(key)?.length ?? 0) > 1) continue;
    if (from < passages.length && !subjects.has(key)) subjects.set(key, { text, key, from });
  }
  return [...subjects.values()];
}

function isTakenUp({ key, from, turn }: Call, read: readonly ReadTurn[][]): boolean {
  const stems = new Set(key.split(" ").filter((stem) => !HOLLOW_WORDS.has(stem)));
  const following = read.slice(from, from + PASSAGES_AFTER).flat();
  const speaking = following.filter((other) => {
    const tokens = tokensOf(other);
    return other !== turn && tokens.length >= LEAST_TURN_WORDS && tokens.some(({ stem }) => stems.has(stem));
  });
  return speaking.length >= LEAST_TURNS;
}

function callsIn(turns: readonly ReadTurn[], at: number, known: Known): Call[] {
  const total = turns.reduce((sum, turn) => sum + tokensOf(turn).length, 0);
  let said = 0;
  return turns.flatMap((turn) =>
    turn.sentences.flatMap((sentence, nth) => {
      said += sentence.tokens.length;
      const explicit = explicitSubject(sentence);
      // A turn that is nothing but a name is an answer or an echo.
      const isAlone = turn.sentences.length === 1;
      const subject = explicit ?? (isAlone ? null : fragmentSubject(sentence, known.nouns));
      if (subject === null || isBackchannel(sentence.text) || !isSubject(subject, known)) return [];
      const before = turn.sentences[nth - 1];
      const after = turn.sentences[nth + 1];
      const isFragment = explicit === null;
      return [
        {
          text: textOf(sentence, subject),
          key: subject.map(({ stem }) => stem).join(" "),
          from: (total - said) / total >= LEAST_REST ? at : at + 1,
          isFragment,
          isLedIn:
            NUMBERED.test(sentence.text) || [before, after].some((near) => LEADS_IN.test(near?.text ?? "")),
          isHandedOver: isFragment && known.speakers.has(after?.tokens[0]?.lower ?? ""),
          turn,
        },
      ];
    }),
  );
}

/** Neither somebody's name nor a noise, and more than words that name nothing. */
function isSubject(subject: readonly Token[], { speakers }: Known): boolean {
  const telling = subject.filter(({ lower }) => !HOLLOW_WORDS.has(lower));
  if (telling.length === 0) return false;
  return !subject.some(
    ({ lower }) =>
      speakers.has(lower) || TITLE.test(lower) || HESITATION.test(lower) || /^\p{L}$/u.test(lower),
  );
}

function tokensOf({ sentences }: ReadTurn): Token[] {
  return sentences.flatMap(({ tokens }) => tokens);
}
