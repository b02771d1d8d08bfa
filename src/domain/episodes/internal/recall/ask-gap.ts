import type { Linguist, Token } from "../language/linguist.ts";
import { inQuotes } from "../phrases/quote.ts";
import { type Phrases, say } from "../phrases/say.ts";
import { evidenceOf, type Line, type Question } from "./line.ts";

const BLANK = "＿＿＿";
const LEAST_WORDS = 9;
const MOST_WORDS = 34;
const LEAST_RARITY = 0.35;

/** "Which words are missing?": the figure of a sentence, else its most telling noun phrase, is left blank. */
export function askGap(line: Line, linguist: Linguist, phrases: Phrases, turn: number): Question | null {
  const { sentence } = line;
  if (sentence.wordCount < LEAST_WORDS || sentence.wordCount > MOST_WORDS) return null;
  const figure = figureIn(sentence.tokens, linguist);
  const gap = figure ?? nameIn(sentence.tokens, linguist);
  const first = gap?.[0];
  const last = gap?.at(-1);
  if (gap === null || first === undefined || last === undefined) return null;
  const answer = sentence.text.slice(first.start, last.end);
  // Words that stand elsewhere in the sentence would give the answer away.
  if (sentence.text.split(answer).length > 2) return null;
  const gapped = `${sentence.text.slice(0, first.start)}${BLANK}${sentence.text.slice(last.end)}`;
  return {
    kind: "gap",
    question: say(phrases.gap, { line: inQuotes(gapped) }, turn),
    answer,
    evidence: evidenceOf(line),
    section: line.section,
    score: line.weight + (figure === null ? -0.2 : 0.1),
  };
}

const NUMERAL =
  /^(?:\d[\d.,:%]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|hundred|thousand|million|billion)$/;

/** Numbers with the noun that they count: "forty-eight thousand two hundred tickets", "12.5 Euro". */
function figureIn(tokens: readonly Token[], linguist: Linguist): Token[] | null {
  const isNumeral = ({ lower }: Token) => NUMERAL.test(lower);
  const start = tokens.findIndex(isNumeral);
  if (start <= 0) return null;
  let end = start;
  while (end + 1 < tokens.length) {
    const next = tokens[end + 1];
    const afterNext = tokens[end + 2];
    if (next === undefined) break;
    if (isNumeral(next)) end += 1;
    else if (
      (next.lower === "and" || next.lower === "-" || next.lower === "point") &&
      afterNext &&
      isNumeral(afterNext)
    )
      end += 2;
    else break;
  }
  const span = tokens.slice(start, end + 1);
  const unit = tokens[end + 1];
  const sign = tokens[start - 1];
  if (sign !== undefined && /^\p{Sc}$/u.test(sign.text)) return [sign, ...span];
  const hasUnit = linguist.hasTagger && unit !== undefined && (unit.pos === "NOUN" || unit.text === "%");
  // "the two of them", "the number five": a small count alone is nothing to remember.
  if (span.length === 1 && !hasUnit && /^(?:\p{L}{3,6}|\d)$/u.test(span[0]?.lower ?? "")) return null;
  return hasUnit ? [...span, unit] : span;
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
    const isWhole = !["ADJ", "NOUN", "PROPN"].includes(tokens[start - 1]?.pos ?? "");
    const rarity =
      run.reduce((sum, token) => sum + linguist.rarity(token.lower), 0) / Math.max(1, run.length);
    const score = rarity * (run.length > 1 ? 1.3 : 1);
    if (isWhole && rarity >= LEAST_RARITY && score > bestScore) {
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
