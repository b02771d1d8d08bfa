import type { Linguist, Token } from "#platform/language/linguist.ts";

/** Numbers with what they count: "forty-eight thousand two hundred tickets", "3.2 per cent", "£4.50". */
export interface Figure {
  tokens: Token[];
  isShare: boolean;
  /** The noun that is counted. */
  unit?: string;
}

const NUMERAL =
  /^(?:\d[\d.,:%]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|hundred|thousand|million|billion)$/;
/** "The two routes", "five homes": a count on one hand is hardly a thing to remember; a length of time is. */
const SMALL = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)$/;
const MEASURE =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|euros?|dollars?|pounds?|metres?|miles?|kilometres?|tonnes?)$/;
const POINTED_AT = /^(?:these|those|this|that|the|number|room|page|of)$/;

/** The figure of a sentence that is most worth remembering: the share or sum before the count, the larger before the smaller. */
export function findFigure(tokens: readonly Token[], linguist: Linguist): Figure | null {
  const figures: { figure: Figure; rank: number }[] = [];
  for (let start = 1; start < tokens.length; start++) {
    const end = endOfNumber(tokens, start);
    if (end === start) continue;
    const found = figureAt(tokens, start, end, linguist);
    if (found !== null) figures.push({ figure: found, rank: rankOf(found) });
    start = end;
  }
  return figures.sort((a, b) => b.rank - a.rank)[0]?.figure ?? null;
}

function figureAt(tokens: readonly Token[], start: number, end: number, linguist: Linguist): Figure | null {
  const number = tokens.slice(start, end);
  const before = tokens[start - 1];
  const [next, afterNext] = [tokens[end], tokens[end + 1]];
  if (before !== undefined && /^\p{Sc}$/u.test(before.text))
    return { tokens: [before, ...number], isShare: false };
  // "Eighteen to thirty five": half of a range is no answer.
  const isRange = /^(?:to|or|–)$/.test(next?.lower ?? "") && isNumeral(afterNext);
  if (isRange || (/^(?:to|or|–)$/.test(before?.lower ?? "") && isNumeral(tokens[start - 2]))) return null;
  const share = shareAt(number, tokens.slice(end));
  if (share !== null) return share;
  const isCounted =
    linguist.hasTagger &&
    next?.pos === "NOUN" &&
    !/^['’]/.test(afterNext?.text ?? "") &&
    afterNext?.pos !== "NOUN";
  const isSmall = number.length === 1 && SMALL.test(number[0]?.lower ?? "");
  if (isSmall && !(isCounted && MEASURE.test(next.lower))) return null;
  if (linguist.hasTagger && !isCounted && (isSmall || POINTED_AT.test(before?.lower ?? ""))) return null;
  return isCounted
    ? { tokens: [...number, next], isShare: false, unit: next.text }
    : { tokens: number, isShare: false };
}

function shareAt(number: Token[], rest: readonly Token[]): Figure | null {
  const [first, second] = rest.map(({ lower }) => lower);
  const isSpelled = /^(?:per|pour|por) (?:cent|ciento)$/.test(`${first} ${second}`);
  const isSigned = /^(?:percent|prozent|%)$/.test(first ?? "");
  const words = isSpelled ? 2 : Number(isSigned);
  if (words === 0 && number.at(-1)?.text.endsWith("%") !== true) return null;
  // "The 25% top-up" is no share of anything that the sentence names.
  const isShare = !/^(?:NOUN|ADJ|PROPN)$/.test(rest[words]?.pos ?? "");
  return { tokens: [...number, ...rest.slice(0, words)], isShare };
}

function endOfNumber(tokens: readonly Token[], start: number): number {
  if (!isNumeral(tokens[start])) return start;
  let end = start + 1;
  while (end < tokens.length) {
    const joins = /^(?:and|-|point)$/.test(tokens[end]?.lower ?? "") && isNumeral(tokens[end + 1]);
    if (isNumeral(tokens[end])) end += 1;
    else if (joins) end += 2;
    else break;
  }
  return end;
}

function rankOf({ tokens, isShare, unit }: Figure): number {
  const isMoney = /^\p{Sc}/u.test(tokens[0]?.text ?? "") || /^(?:euros?|dollars?|pounds?)$/.test(unit ?? "");
  const length = tokens.reduce((sum, { text }) => sum + text.length, 0);
  return (isShare || isMoney ? 2 : 0) + (unit === undefined ? 0 : 1) + Math.min(1, length / 50);
}

function isNumeral(token: Token | undefined): boolean {
  return token !== undefined && NUMERAL.test(token.lower);
}
