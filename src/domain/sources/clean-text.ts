/** Everything that PostgreSQL or a page cannot hold, and that has no meaning in a text: C0 and C1 but tab and newline. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Vertical tab, form feed and NEL are line ends by another name (Unicode 5.8, "Newline Guidelines"). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085]/g;

export interface CleanedText {
  text: string;
  controlCount: number;
  notices: string[];
}

/**
 * Makes any string storable: line ends become "\n", control characters (NUL among them) go, lone surrogates become
 * U+FFFD. What was taken out or replaced is told in `notices`.
 */
export function cleanText(raw: string): CleanedText {
  const lines = raw
    .toWellFormed()
    .replace(/^\uFEFF/, "")
    .replace(LINE_ENDS, "\n");
  const text = lines.replace(CONTROLS, "");
  const controlCount = lines.length - text.length;
  const surrogateCount = raw.isWellFormed() ? 0 : countLoneSurrogates(raw);
  const notices: string[] = [];
  if (controlCount > 0) {
    notices.push(
      `${characters(controlCount)} that no text can hold (control characters such as NUL) left out.`,
    );
  }
  if (surrogateCount > 0) notices.push(`${characters(surrogateCount)} broken in two shown as \uFFFD.`);
  return { text, controlCount, notices };
}

function countLoneSurrogates(raw: string): number {
  return raw.match(/\p{Surrogate}/gu)?.length ?? 0;
}

function characters(count: number): string {
  return count === 1 ? "One character" : `${count} characters`;
}
