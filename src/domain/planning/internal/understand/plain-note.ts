/** What follows says little more about what somebody wishes. */
const MOST_CHARS = 2000;

const ADDRESS =
  /(?:[a-z][a-z0-9+.-]{1,12}:\/\/|www\.|(?:mailto|data|javascript|vbscript|tel):|\S+@(?=\S))\S*/giu;
const DOMAIN =
  /\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|net|org|io|example|test|dev|app|info|biz|co|ru|cn|xyz|de|fr|es|eu|uk|tk)\b(?:[/:?#]\S*)?/giu;

/** A note as one line of plain words: no markup, no addresses, no control characters, straight apostrophes. */
export function plainNote(text: string): string {
  return plainWords(text.slice(0, MOST_CHARS)).replace(/[‘’ʼ]/g, "'");
}

/** Words that can neither be links nor markup, whatever reads them. */
export function plainWords(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Cf}|\p{Cs}|\p{Co}/gu, "")
    .replace(/!\[[^\]]*\]\([^)]*\)/gu, " ")
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, "$1 ")
    .replace(/<[^<>]{0,400}>/gu, " ")
    .replace(ADDRESS, " ")
    .replace(DOMAIN, " ")
    .replace(/^[ \t]*(?:>+|#{1,6}|[*+]) /gmu, " ")
    .replace(/[<>[\]{}\\`|~^*_]+/gu, " ")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

/** The note in lower case, letter by letter, so that a place in the one is the same place in the other. */
export function foldCase(plain: string): string {
  return Array.from({ length: plain.length }, (_, at) => {
    const lower = plain.charAt(at).toLowerCase();
    return lower.length === 1 ? lower : plain.charAt(at);
  }).join("");
}
