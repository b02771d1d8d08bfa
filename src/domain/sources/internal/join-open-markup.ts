/** Longer than a person emphasises or links; beyond it an unmatched sign is just a sign. */
const LONGEST_MARKUP = 600;

/** Joins sentences that a bold phrase, a link or a piece of code spans, so that no part of one is left behind. */
export function joinOpenMarkup(sentences: string[]): string[] {
  const joined: string[] = [];
  let open = "";
  for (const sentence of sentences) {
    open += sentence;
    if (open.length < LONGEST_MARKUP && !isClosed(open)) continue;
    joined.push(open);
    open = "";
  }
  return open === "" ? joined : [...joined, open];
}

function isClosed(text: string): boolean {
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0;
  return (
    count(/\*\*/g) % 2 === 0 &&
    count(/(?<!\\)`/g) % 2 === 0 &&
    count(/(?<!\\)\[/g) <= count(/(?<!\\)\]/g) &&
    !/\]\([^)]*$/.test(text)
  );
}
