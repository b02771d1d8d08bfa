import { AGENDA, PROCEDURE } from "../transcript/speech-lexicon.ts";
import type { Linguist, Sentence, Token } from "./linguist.ts";

export interface KeyPhrase {
  text: string;
  /** Stems, in order, joined by blanks: two phrases with the same key are the same phrase. */
  key: string;
  score: number;
}

/** Nouns that name nothing by themselves; a phrase may not hold one. */
const HOLLOW = new Set(
  (
    "thing stuff bit lot lots sort kind way ways point points idea case example part parts number time times day days week weeks month " +
    "months year years minute hour moment people person guy guys man woman fact sense question questions answer issue issues problem " +
    "problems area areas term terms end side place something anything everything nothing someone anyone one ones two three four five " +
    "six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million per cent " +
    "percent couple rest reason reasons matter word words line today tomorrow yesterday morning afternoon meeting chair minister " +
    "ministers member members committee gentleman mr mrs ms dr madam sir hon thanks yeah okay um uh hmm piece set type level order " +
    "use work job look feel go start kay dunno whatever gonna wanna ok right sorry hello slide page paragraph section figure table " +
    "chapter plenty version half quarter amount share majority range course next last first second third other same good new big " +
    "little great sure able different important own certain various several many more most such only full whole real better best " +
    "bad worse nice able available possible clear true wrong key main thought view terms lead topic item agenda third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december"
  ).split(" "),
);
const MOST_WORDS = 3;
/** A longer phrase must earn its length, but tells more than a word. */
const LENGTH_DAMPING = 0.35;
const RECURRENT_BONUS = 1.25;
/** Who leads a talk names its subjects: "the next item is boarding time". */
const AGENDA_BONUS = 1.5;
/** What several people speak of is the subject; what one names may be an aside. */
const SHARED_BONUS = 1.4;
const NAME_DAMPING = 0.6;

interface Found {
  tokens: Token[];
  surfaces: Map<string, number>;
  tf: number;
  isAgenda: boolean;
}

/** What somebody said in one go, or a paragraph. */
export interface Stretch {
  speaker: string | null;
  sentences: readonly Sentence[];
}

/**
 * The phrases that tell each section from the others, best first: noun phrases where the language has a tagger, runs of
 * content words elsewhere. A phrase is worth what its words are worth, by class-based TF-IDF (Grootendorst 2022) over
 * stretches instead of single occurrences, times how telling each word is in the language.
 */
export function keyPhrases(sections: readonly (readonly Stretch[])[], linguist: Linguist): KeyPhrase[][] {
  const uses = sections.map(countUses);
  const sectionsWith = new Map<string, number>();
  for (const counts of uses)
    for (const stem of counts.keys()) sectionsWith.set(stem, (sectionsWith.get(stem) ?? 0) + 1);
  return sections.map((stretches, at) => {
    const worth = (token: Token) => {
      const { stretches: spread = 0, speakers = 0 } = uses[at]?.get(token.stem) ?? {};
      const distinct = Math.sqrt(Math.log(1 + sections.length / (sectionsWith.get(token.stem) ?? 1)));
      const shared = speakers > 1 ? SHARED_BONUS : 1;
      const name = token.pos === "PROPN" ? NAME_DAMPING : 1;
      return Math.log2(1 + spread) * distinct * Math.sqrt(linguist.rarity(token.lower)) * shared * name;
    };
    const sentences = stretches.flatMap((stretch) => stretch.sentences);
    const spreadOf = (token: Token) => uses[at]?.get(token.stem)?.stretches ?? 0;
    const phrases = [...findPhrases(sentences, linguist)].flatMap(
      ([key, { tokens, surfaces, tf, isAgenda }]) => {
        // Said once, a phrase stands for the section only when its words come up elsewhere too.
        if (tf === 1 && tokens.length > 1 && tokens.some((token) => spreadOf(token) < 2)) return [];
        const sum = tokens.reduce((total, token) => total + worth(token), 0);
        const bonus = (tf > 1 ? RECURRENT_BONUS : 1) * (isAgenda ? AGENDA_BONUS : 1);
        return [{ key, text: commonest(surfaces), score: (sum / tokens.length ** LENGTH_DAMPING) * bonus }];
      },
    );
    return withoutOverlap(phrases.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1)));
  });
}

/** In how many stretches, and by how many speakers, each stem is used. */
function countUses(stretches: readonly Stretch[]): Map<string, { stretches: number; speakers: number }> {
  const speakers = new Map<string, Set<string | null>>();
  const counts = new Map<string, number>();
  for (const { speaker, sentences } of stretches) {
    const tokens = sentences.flatMap((sentence) => sentence.tokens.filter((token) => token.isContent));
    for (const stem of new Set(tokens.map((token) => token.stem))) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
      speakers.set(stem, (speakers.get(stem) ?? new Set()).add(speaker));
    }
  }
  return new Map(
    [...counts].map(([stem, count]) => [stem, { stretches: count, speakers: speakers.get(stem)?.size ?? 0 }]),
  );
}

function findPhrases(sentences: readonly Sentence[], linguist: Linguist): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const sentence of sentences) {
    const isAgenda = AGENDA.test(sentence.text);
    if (PROCEDURE.test(sentence.text) && !isAgenda) continue;
    for (const run of nounRuns(sentence, linguist)) {
      for (let from = 0; from < run.length; from++) {
        for (let to = from + 1; to <= Math.min(run.length, from + MOST_WORDS); to++) {
          const tokens = run.slice(from, to);
          if (!isPhrase(tokens, linguist)) continue;
          const key = tokens.map((token) => token.stem).join(" ");
          const entry = found.get(key) ?? { tokens, surfaces: new Map(), tf: 0, isAgenda: false };
          const surface = surfaceOf(sentence, tokens);
          entry.surfaces.set(surface, (entry.surfaces.get(surface) ?? 0) + 1);
          entry.tf++;
          entry.isAgenda ||= isAgenda;
          found.set(key, entry);
        }
      }
    }
  }
  return found;
}

/** Runs of adjectives and nouns (or of content words, without a tagger) with nothing but blanks or hyphens between. */
function nounRuns(sentence: Sentence, linguist: Linguist): Token[][] {
  const runs: Token[][] = [[]];
  let previousEnd = -1;
  for (const token of sentence.tokens) {
    if (token.text === "-") continue;
    const isNominal = !linguist.hasTagger || ["NOUN", "PROPN", "ADJ"].includes(token.pos);
    const belongs = token.isWord && token.isContent && isNominal && !HOLLOW.has(token.lower);
    const touches = previousEnd !== -1 && /^[\s-]*$/.test(sentence.text.slice(previousEnd, token.start));
    if (!belongs) runs.push([]);
    else if (touches) runs.at(-1)?.push(token);
    else runs.push([token]);
    previousEnd = token.end;
  }
  return runs.filter((run) => run.length > 0);
}

function isPhrase(tokens: readonly Token[], linguist: Linguist): boolean {
  const head = tokens.at(-1);
  if (
    head === undefined ||
    head.lower.length < 3 ||
    !tokens.every((token) => /^\p{L}[\p{L}’'-]+$/u.test(token.text))
  )
    return false;
  if (linguist.hasTagger && head.pos === "ADJ") return false;
  if (new Set(tokens.map((token) => token.stem)).size < tokens.length) return false;
  return tokens.every((token) => linguist.rarity(token.lower) > 0.12);
}

/** In the middle of a heading only a name keeps its capital. */
function surfaceOf(sentence: Sentence, tokens: readonly Token[]): string {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return "";
  const text = sentence.text.slice(first.start, last.end);
  const isFirstWord = sentence.tokens.find((token) => token.isWord) === first;
  const isName =
    first.pos === "" || (first.pos === "PROPN" && !isFirstWord) || /\p{Lu}.*\p{Lu}/u.test(first.text);
  return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function commonest(surfaces: ReadonlyMap<string, number>): string {
  return [...surfaces].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

/** "control" adds nothing beside "remote control", nor the other way round. */
function withoutOverlap(phrases: readonly KeyPhrase[]): KeyPhrase[] {
  const kept: KeyPhrase[] = [];
  const used = new Set<string>();
  for (const phrase of phrases) {
    const stems = phrase.key.split(" ");
    if (stems.some((stem) => used.has(stem))) continue;
    for (const stem of stems) used.add(stem);
    kept.push(phrase);
  }
  return kept;
}
