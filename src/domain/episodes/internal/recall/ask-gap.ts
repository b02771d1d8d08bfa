import type { Linguist, Token } from "#platform/language/linguist.ts";
import { inQuotes } from "../phrases/quote.ts";
import { type Phrases, say } from "../phrases/say.ts";
import { type Figure, findFigure } from "./find-figure.ts";
import { evidenceOf, type Line, type Question } from "./line.ts";

const BLANK = "＿＿＿";
const LEAST_WORDS = 9;
const MOST_WORDS = 34;
const LEAST_RARITY = 0.35;
const PLURAL = /[^s]s$|^(?:people|children|women|men)$/;

/** "Which words are missing?": the figure of a sentence, else its most telling noun phrase, is left blank. */
export function askGap(line: Line, linguist: Linguist, phrases: Phrases, turn: number): Question | null {
  const { sentence } = line;
  if (sentence.wordCount < LEAST_WORDS || sentence.wordCount > MOST_WORDS) return null;
  const figure = findFigure(sentence.tokens, linguist);
  const gap = figure?.tokens ?? nameIn(sentence.tokens, linguist);
  const first = gap?.[0];
  const last = gap?.at(-1);
  if (gap === null || first === undefined || last === undefined) return null;
  const answer = sentence.text.slice(first.start, last.end);
  // Words that stand elsewhere in the sentence would give the answer away.
  if (sentence.text.split(answer).length > 2) return null;
  const gapped = `${sentence.text.slice(0, first.start)}${BLANK}${sentence.text.slice(last.end)}`;
  return {
    kind: "gap",
    question: ask(inQuotes(gapped), figure, phrases, turn),
    answer,
    evidence: evidenceOf(line),
    section: line.section,
    score: line.weight + (figure === null ? -0.2 : 0.1),
  };
}

/** "How many tickets? “… sells ＿＿＿ on a Tuesday.”" */
function ask(line: string, figure: Figure | null, phrases: Phrases, turn: number): string {
  if (figure?.isShare === true && phrases.whatShare !== null) return say([phrases.whatShare], { line }, turn);
  if (figure?.unit !== undefined && PLURAL.test(figure.unit) && phrases.howMany !== null)
    return say([phrases.howMany], { unit: figure.unit, line }, turn);
  return say(phrases.gap, { line }, turn);
}

/** The most telling run of adjectives and nouns that is not the first thing said. */
function nameIn(tokens: readonly Token[], linguist: Linguist): Token[] | null {
  if (!linguist.hasTagger) return longestWord(tokens);
  let best: Token[] | null = null;
  let bestScore = 0;
  for (let start = 2; start < tokens.length; start++) {
    const run: Token[] = [];
    for (const token of tokens.slice(start, start + 3)) {
      if (!["ADJ", "NOUN", "PROPN"].includes(token.pos) || !token.isContent) break;
      run.push(token);
    }
    while (run.at(-1)?.pos === "ADJ") run.pop();
    const isWhole =
      !["ADJ", "NOUN", "PROPN"].includes(tokens[start - 1]?.pos ?? "") &&
      !/^['’]/.test(tokens[start + run.length]?.text ?? "");
    const rarity =
      run.reduce((sum, token) => sum + linguist.rarity(token.lower), 0) / Math.max(1, run.length);
    // One word is a thing to remember only when it is a name.
    const isName = run.length > 1 || run[0]?.pos === "PROPN";
    const score = rarity * (run.length > 1 ? 1.3 : 1);
    if (isWhole && isName && rarity >= LEAST_RARITY && score > bestScore) {
      best = run;
      bestScore = score;
    }
  }
  return best;
}

function longestWord(tokens: readonly Token[]): Token[] | null {
  const words = tokens.slice(2).filter((token) => token.isContent && token.lower.length >= 6);
  const longest = words.toSorted((a, b) => b.lower.length - a.lower.length)[0];
  return longest === undefined ? null : [longest];
}
