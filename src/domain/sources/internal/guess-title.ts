const LONGEST_TITLE = 120;

/**
 * A title for a source: what it calls itself, else its file name made readable, else the beginning of its first
 * paragraph. Never empty and never longer than 120 characters.
 */
export function guessTitle({
  own,
  fileName,
  text,
}: {
  own: string | null;
  fileName: string;
  text: string;
}): string {
  const start = text.split("\n").find((line) => /[\p{L}\p{N}]/u.test(line)) ?? "";
  for (const candidate of [own ?? "", fromFileName(fileName), start]) {
    const title = shorten(candidate.replace(/\s+/g, " ").trim());
    if (title !== "") return title;
  }
  return "Untitled";
}

function fromFileName(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? "";
  const name = base.replace(/\.(?:md|markdown|txt|text|vtt|webvtt|srt)$/i, "").replace(/[_-]+/g, " ");
  if (!/[\p{L}\p{N}]/u.test(name)) return "";
  return name.replace(/^\s*\p{Ll}/u, (letter) => letter.toUpperCase());
}

function shorten(text: string): string {
  if (text.length <= LONGEST_TITLE) return text;
  const cut = text.slice(0, LONGEST_TITLE - 1);
  const word = cut.lastIndexOf(" ");
  return `${(word > LONGEST_TITLE / 2 ? cut.slice(0, word) : cut).toWellFormed().replace(/\uFFFD$/, "")}…`;
}
