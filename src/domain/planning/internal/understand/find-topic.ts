import { HOLLOW_WORDS } from "#platform/language/hollow-words.ts";
import type { Linguist, Sentence, Token } from "#platform/language/linguist.ts";
import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Lexicon } from "./lexicon.ts";

const MOST_TERMS = 3;
const MOST_WORDS = 4;
const MOST_CHARS = 60;
/** Below, an English word is on everyone's lips and names no topic by itself. */
const LEAST_RARITY = 0.12;
const LEAST_RARITY_ALONE = 0.4;
/** "L'hameçonnage" is named "hameçonnage". */
const ELISION = /^(?:l|d|s|n|j|c|m|t|qu)['’]/u;
/** Words that name no topic by themselves, but do at the end of a name: "laundry room", "freshers' week". */
const ENDS_A_NAME = new Set(
  "room rooms week weeks day days time times board place places line lines manager managers point points space month year story paper number hours order".split(
    " ",
  ),
);
/** Forms of a verb that no name has. */
const SPOKEN_AS_VERB =
  /ed$|[^s]s$|^(?:paid|made|held|done|told|kept|sent|sold|built|given|taken|spent|seen|gone|come|came|got|went|said|read|heard|found|lost|left)$/;
const NOUNS = new Set(["NOUN", "PROPN"]);
const NAMING = new Set([...NOUNS, "ADJ"]);
/** What is said again and again is what it is about. */
const REPEATED = 0.6;
/** What is named first is what it is about; what comes later is often a reason. */
const LATER = 0.12;

/**
 * The topics that a stretch of a note names, as they are written there in lower case: the first and the most telling first. `ofSource`: it is
 * no note but what a source says, in which no word speaks of the series. `byNames`: words that only few people say are not enough.
 */
export function findTopic(
  stretch: string,
  lexicon: Lexicon,
  { ofSource = false, byNames = false } = {},
): string[] {
  const linguist = linguistFor(lexicon.language);
  const sentences = linguist.read(stretch);
  const uses = new Map<string, number>();
  for (const { stem } of sentences.flatMap(({ tokens }) => tokens)) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  const isTopical = (token: Token) => ofSource || !lexicon.notTopics.has(token.lower);
  const byTag = byNames ? [byTagger] : [byTagger, byRarity];
  for (const isNaming of linguist.hasTagger ? byTag : [byStopWords]) {
    const found = mostTelling({ sentences, linguist, uses, isTopical, isNaming });
    if (found.length > 0) return found;
  }
  return [];
}

interface Reading {
  sentences: readonly Sentence[];
  linguist: Linguist;
  /** How often each stem stands there. */
  uses: ReadonlyMap<string, number>;
  isTopical: (token: Token) => boolean;
  isNaming: (tokens: readonly Token[], at: number, touches: boolean, reading: Reading) => boolean;
}

function mostTelling(reading: Reading): string[] {
  const { sentences, linguist, uses } = reading;
  const phrases = sentences
    .flatMap((sentence) =>
      runsOf(sentence, reading).flatMap((run) => phraseOf(run, sentence, linguist.language)),
    )
    .map(({ tokens, text }, at) => {
      const telling = Math.max(...tokens.map(({ lower }) => linguist.rarity(lower)));
      const again = tokens.some(({ stem }) => (uses.get(stem) ?? 0) > 2) ? REPEATED : 0;
      return { text, worth: telling + Math.min(tokens.length, 3) * 0.15 + again - at * LATER };
    })
    .sort((one, other) => other.worth - one.worth);
  const found: string[] = [];
  for (const { text } of phrases) {
    if (found.length === MOST_TERMS) break;
    if (!found.some((each) => each.includes(text) || text.includes(each))) found.push(text);
  }
  return found;
}

function phraseOf(
  run: readonly Token[],
  sentence: Sentence,
  language: string,
): { text: string; tokens: readonly Token[] }[] {
  const tokens = run.slice(-MOST_WORDS);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return [];
  const words = sentence.text.slice(first.start, last.end).toLowerCase();
  const text = language === "fr" ? words.replace(ELISION, "") : words;
  return text.length > MOST_CHARS ? [] : [{ text, tokens }];
}

/** Stretches of words that name something, with nothing but blanks, hyphens or "of" between. */
function runsOf(sentence: Sentence, reading: Reading): Token[][] {
  const { tokens } = sentence;
  const runs: Token[][] = [[]];
  let end = -1;
  tokens.forEach((token, at) => {
    const joins = /^['’]s?$/.test(token.lower) || token.text === "-" || isOf(token, reading.linguist);
    if (end !== -1 && joins) {
      end = token.end;
      return;
    }
    const touches = end !== -1 && /^[\s-]*$/.test(sentence.text.slice(end, token.start));
    const endsName = touches && reading.linguist.hasTagger && ENDS_A_NAME.has(token.lower);
    const isTopical = reading.isTopical(token) || endsName;
    if (!token.isWord || !isTopical || !(endsName || reading.isNaming(tokens, at, touches, reading))) {
      end = -1;
      return;
    }
    if (touches) runs.at(-1)?.push(token);
    else runs.push([token]);
    end = token.end;
  });
  return runs.map(withoutTail).filter((run) => namesSomething(run, reading));
}

/** "Is a parking permit valid": what is said of a name after it is no part of it. */
function withoutTail(run: readonly Token[]): Token[] {
  const end = run.findLastIndex(({ pos }) => pos !== "ADJ") + 1;
  return run.slice(0, end === 0 ? run.length : end);
}

/** "Plazo de respuesta", "mots de passe" are one name. */
function isOf({ lower }: Token, { language }: Linguist): boolean {
  return (language === "fr" || language === "es") && /^(?:de|du|del|des)$/.test(lower);
}

/** By the English tagger, which takes "leave", "limiting" and "onboarding" for verbs wherever it can. */
function byTagger(tokens: readonly Token[], at: number, touches: boolean, { uses }: Reading): boolean {
  const [token, before, after] = [tokens[at], tokens[at - 1], tokens[at + 1]];
  if (token === undefined) return false;
  if (token.isContent && (uses.get(token.stem) ?? 0) > 2) return true;
  if (NAMING.has(token.pos)) return token.isContent || (touches && !HOLLOW_WORDS.has(token.lower));
  if (token.pos === "NUM") return touches && /\d/.test(token.text);
  if (token.pos !== "VERB" || SPOKEN_AS_VERB.test(token.lower)) return false;
  const isBeforeNoun = after !== undefined && NOUNS.has(after.pos);
  const isAfterArticle = before !== undefined && ["DET", "ADP"].includes(before.pos);
  if (isAfterArticle && isBeforeNoun) return true;
  const goesOn = ["DET", "PRON", "ADV", "NUM", "PROPN", "NOUN"].includes(after?.pos ?? "");
  return !goesOn && (touches || (isAfterArticle && before.pos === "ADP" && /ing$/.test(token.lower)));
}

/** Where the tagger finds no name: words that few people say. */
function byRarity(tokens: readonly Token[], at: number, _: boolean, { linguist }: Reading): boolean {
  const token = tokens[at];
  return (
    token?.isContent === true && token.lower.length > 3 && linguist.rarity(token.lower) > LEAST_RARITY_ALONE
  );
}

/** Without a tagger: what is no stop word, and in German what has a capital, which is as good as one. */
function byStopWords(tokens: readonly Token[], at: number, _: boolean, { linguist }: Reading): boolean {
  const token = tokens[at];
  return token?.isContent === true && (linguist.language !== "de" || /^\p{Lu}/u.test(token.text));
}

function namesSomething(run: readonly Token[], { linguist, isNaming }: Reading): boolean {
  const isHollow = (word: string) => HOLLOW_WORDS.has(word) || HOLLOW_WORDS.has(word.replace(/s$/, ""));
  if (!run.some(({ text }) => /\p{L}{3}|\p{Lu}{2}/u.test(text)) || run.every(({ lower }) => isHollow(lower)))
    return false;
  if (isNaming === byTagger && run.every(({ pos }) => pos === "ADJ")) return false;
  return !linguist.hasTagger || run.some(({ lower }) => linguist.rarity(lower) > LEAST_RARITY);
}
