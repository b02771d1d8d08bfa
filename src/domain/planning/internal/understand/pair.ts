/** Words of one clause; a figure may have signs in it. */
const MONTHS = "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember";
const WORDS = `(?:[^,;.!?:"“”]|[.,:](?=\\d)|(?<=\\d)\\.(?= (?:${MONTHS})))`;

/** Marks of quotation of all four languages; an apostrophe is one where no letter stands on its outer side. */
const MARKS = '"“”„«»';
const OPENS = `(?:[${MARKS}]|(?<![\\p{L}\\p{N}])')\\s*`;
const CLOSES = `\\s*(?:[${MARKS}]|'(?![\\p{L}\\p{N}]))`;

/**
 * A pattern of a correction in which RIGHT and WRONG stand for the words of one clause each: few where something follows, else all; in marks
 * of quotation for all that is quoted, which is kept as it stands. `~` stands for a few words that are not quoted.
 */
export function pair(pattern: string): RegExp {
  const words = (name: string, most: number) => `(?<${name}>${WORDS}{1,${most}}`;
  const quoted = (name: string) => `${OPENS}(?<${name}>[^${MARKS}]{1,200}?)${CLOSES}`;
  const spelledOut = pattern
    .replaceAll("~", `[^${MARKS}.!?]{0,40}?`)
    .replace('"RIGHT"', quoted("fact"))
    .replace('"WRONG"', quoted("wrong"))
    .replace(/RIGHT$/, `${words("right", 140)})`)
    .replace(/WRONG$/, `${words("wrong", 80)})`)
    .replace("RIGHT", `${words("right", 140)}?)`)
    .replace("WRONG", `${words("wrong", 80)}?)`);
  return new RegExp(spelledOut, "iu");
}
