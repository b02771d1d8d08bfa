/** Words of one clause; a figure may have signs in it. */
const MONTHS = "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember";
const WORDS = `(?:[^,;.!?:"“”]|[.,:](?=\\d)|(?<=\\d)\\.(?= (?:${MONTHS})))`;

/** A pattern of a correction in which RIGHT and WRONG stand for the words of one clause each: few where something follows, else all. */
export function pair(pattern: string): RegExp {
  const words = (name: string, most: number) => `(?<${name}>${WORDS}{1,${most}}`;
  const spelledOut = pattern
    .replace(/RIGHT$/, `${words("right", 140)})`)
    .replace(/WRONG$/, `${words("wrong", 80)})`)
    .replace("RIGHT", `${words("right", 140)}?)`)
    .replace("WRONG", `${words("wrong", 80)}?)`);
  return new RegExp(spelledOut, "iu");
}
