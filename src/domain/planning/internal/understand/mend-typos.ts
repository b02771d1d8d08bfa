import { rarityInEnglish } from "#platform/language/rarity-in-english.ts";

/** Words by which wishes are told; one slip of the finger must not hide them. */
const TELLING = [
  ..."more less about please shorter shorten longer quotes quote episode episodes wrong start begin should instead skip".split(
    " ",
  ),
  ..."weekly daily tone style jargon mistake correct actually enough".split(" "),
];
/** No word of English is so rare and so near to one of these. */
const UNKNOWN = 1;

/**
 * The note with slips in English words by which wishes are told put right: two letters that changed places, one too many, too few or
 * wrong. A word with a capital inside a sentence is a name.
 */
export function mendTypos(plain: string): string {
  return plain.replace(/(?<!\p{L}\p{L}* )\p{L}{4,}|(?<= )\p{Ll}\p{L}{3,}/gu, (word) => {
    const lower = word.toLowerCase();
    if (TELLING.includes(lower) || rarityInEnglish(lower) < UNKNOWN) return word;
    return TELLING.find((telling) => isOneSlipAway(lower, telling)) ?? word;
  });
}

function isOneSlipAway(word: string, wanted: string): boolean {
  if (Math.abs(word.length - wanted.length) > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === wanted[at]) at++;
  const [rest, wantedRest] = [word.slice(at), wanted.slice(at)];
  const isSwapped =
    rest[0] === wantedRest[1] && rest[1] === wantedRest[0] && rest.slice(2) === wantedRest.slice(2);
  return (
    isSwapped ||
    rest.slice(1) === wantedRest.slice(1) ||
    rest.slice(1) === wantedRest ||
    rest === wantedRest.slice(1)
  );
}
