/** Editors wrap lines by hand at 60 to 80 signs; a longer line is a whole paragraph. */
const LONGEST_WRAPPED_LINE = 100;

/**
 * The paragraphs of a plain text: groups of lines between blank lines. Lines too long to have been wrapped by hand are
 * paragraphs of their own, as word processors save them.
 */
export function splitParagraphs(text: string): string[] {
  return text
    .split(/\n(?:[^\S\n]*\n)+/)
    .flatMap((group) => {
      const lines = group.split("\n").map((line) => line.trimEnd());
      return lines.some((line) => line.length > LONGEST_WRAPPED_LINE) ? lines : [lines.join("\n")];
    })
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
