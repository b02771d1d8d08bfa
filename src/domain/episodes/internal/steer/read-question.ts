/** What a question looks for, told by the words that ask: a sentence without a sign of it does not answer, or answers less surely. */
export interface LookedFor {
  /** Signs of an answer; null where the words that ask tell nothing. */
  sign: RegExp | null;
  /** The thing that is counted: a number belongs to it where it stands right before it. */
  counted: RegExp | null;
  /** Without a sign there is no answer: who asks for a quantity or a time is told one or nothing. */
  isNeeded: boolean;
}

const COUNT =
  "\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|half(?!-)|twice|dozens?|hundreds?|thousands?|millions?|all|none|nobody|eine[rn]?|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco)\\b";
const MONEY =
  "[£$€]\\s?\\d|\\b\\d[\\d.,\\s]*(?:million|billion|thousand|hundred)?\\s?(?:euros?|pounds?|dollars?|pence|cents|francs?|kronor|£|\\$|€)|\\b(?:hundred|thousand|million|billion|milliarden?|millionen|millones|millions?)\\b";
const SHARE =
  "%|\\bper ?cent\\b|\\bprozent\\b|\\bpour cent\\b|\\bpor ciento\\b|\\b(?:half|thirds?|quarters?|tenth|fifths?)\\b|\\bout of\\b|\\b\\d+ of\\b";
const TIME =
  "\\b(?:1[5-9]|20)\\d\\d\\b|\\b\\d{1,2}(?:st|nd|rd|th)\\b|\\b(?:jan|febr)uary\\b|\\b(?:march|april|may \\d|in may|june|july|august)\\b|\\b(?:septem|octo|novem|decem)ber\\b|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b|\\b(?:spring|summer|autumn|winter|ago|noon|midnight|o.clock|half past|quarter to)\\b|\\b(?:in|after|within|until|before) (?:\\p{L}+ |\\d+ ){1,3}(?:days|weeks|months|years)\\b|\\b(?:januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|enero|abril|mayo|junio|julio|agosto)\\b";
const REASON =
  "\\b(?:because|since|so that|so as to|in order to|due to|therefore|that is why|as a result|the reason|owing to|thanks to|otherwise|weil|damit|deshalb|denn|parce que?|car|afin|porque|para que|debido)\\b";
const PLACE =
  "\\b(?:in|at|on|behind|under|near|beside|between|into|from|along|opposite|bei|auf|hinter|neben|dans|chez|sur|en)\\s+(?:the\\s+|an?\\s+|der\\s+|dem\\s+|la\\s+|le\\s+|el\\s+)?\\p{L}";
const PERSON =
  "(?<=\\p{Ll},?\\s)\\p{Lu}\\p{Ll}+|\\b(?:I|we|he|she|they)\\b|\\b(?:council|committee|minister|government|board|office|school|parents?|teachers?|authorit(?:y|ies)|director|doctors?|owners?|everybody|nobody)\\b";

const KINDS: readonly [asked: RegExp, sign: RegExp, isNeeded: boolean][] = [
  [
    /\b(?:what|which) (?:share|part|percentage|proportion|fraction)\b|\bwelcher anteil\b|\bquelle part\b/i,
    signs(SHARE),
    true,
  ],
  [
    /\bhow (?:much|large|big|high)\b.*(?:[£$€]|\b(?:money|cost|costs|pay|pays|paid|price|payments?|fund(?:s|ing)?|grants?|budget|spen[dt]|earn|worth|rent|fees?)\b)|\bwhat\b.*\b(?:cost|costs|pay|pays|paid|price)\b(?!\s+(?:for|attention))|\bwie ?viel.*\bkoste|\bcombien.*\bcoûte|\bcuánto.*\bcuesta/i,
    signs(MONEY),
    true,
  ],
  [
    /\bhow (?:many|much|long|far|often|large|big|high|old|deep|wide)\b|\bwhat (?:number|amount)\b|\bwie ?(?:viele?|lange|oft|hoch|groß|weit)\b|\bcombien\b|\bcuánt/i,
    signs(COUNT),
    true,
  ],
  [/\bwhen\b|\b(?:what|which) (?:year|day|date|month)\b|\bwann\b|\bquand\b|\bcuándo\b/i, signs(TIME), true],
  [/\bwhy\b|\bwarum\b|\bwieso\b|\bpourquoi\b|\bpor qué\b/i, signs(REASON), false],
  [/\bwhere\b|\bwo\b|\boù\b|\bdónde\b/i, signs(PLACE), false],
  [/\bwho(?:m|se)?\b|\bwer\b|\bwem\b|\bquién\b/i, signs(PERSON), false],
];

/** Words that ask, and name nothing: what they ask for is told by `lookedForBy`. */
const FRAME =
  /\bhow (?:many|much|long|far|often|large|big|high|old|deep|wide)\b|\b(?:what|which) (?:share|part|percentage|proportion|fraction|number|amount|year|day|date|month)\b/gi;

export function lookedForBy(question: string): LookedFor {
  const [, sign = null, isNeeded = false] = KINDS.find(([asked]) => asked.test(question)) ?? [];
  const thing = /\bhow many (\p{L}+)|\bwie viele (\p{L}+)|\bcombien de (\p{L}+)|\bcuánt[ao]s (\p{L}+)/iu.exec(
    question,
  );
  const word = thing?.slice(1).find((each) => each !== undefined);
  const counted =
    word === undefined
      ? null
      : signs(`(?:${COUNT})\\S*(?:\\s+\\S+){0,2}?\\s+${word.slice(0, Math.max(3, word.length - 2))}`);
  return { sign, counted, isNeeded };
}

/** The question without the words that ask. */
export function withoutFrame(question: string): string {
  return question.replace(FRAME, " ");
}

/** True when a text has what is looked for, and has it not from the question: a sum that was asked about is no answer. */
export function hasSign({ sign }: Pick<LookedFor, "sign">, text: string, question: string): boolean {
  if (sign === null) return false;
  const known = question.match(/[£$€]?\s?\d[\d.,]*(?:\s?(?:million|billion|thousand))?/gi) ?? [];
  const fresh = known.reduce((rest, figure) => rest.replaceAll(figure.trim(), " "), text);
  return sign.test(fresh);
}

function signs(pattern: string): RegExp {
  return new RegExp(pattern, pattern === PERSON ? "u" : "iu");
}
