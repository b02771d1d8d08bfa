/** A full stop after these ends no sentence. Single letters (initials) and "e.g."-like forms are seen by their shape. */
const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof st rev gen col sgt capt lt hon sr jr vs etc cf fig figs eq sec ch vol no nos pp ed eds al approx ca dept est inc ltd co corp bzw ca evtl ggf inkl usw vgl nr str hr fr mme mlle sra sig dott".split(
    " ",
  ),
);

/**
 * Splits a paragraph into sentences by Unicode's rules for the language (Intl.Segmenter, UAX #29), mended where an
 * abbreviation is taken for an end. A single line break inside the paragraph ends no sentence.
 * The pieces, joined, are the paragraph: each keeps the blanks behind it.
 */
export function splitSentences(paragraph: string, language: string | null = null): string[] {
  const flat = paragraph.replace(/\n(?!\s*\n)/g, " ");
  const sentences: string[] = [];
  let isOpen = false;
  for (const { segment, index } of segmenterFor(language).segment(flat)) {
    const original = paragraph.slice(index, index + segment.length);
    // Unicode ends a sentence at every "?" and "!"; a small letter behind it shows that it goes on.
    if (isOpen || (sentences.length > 0 && /^\p{Ll}/u.test(segment)))
      sentences.push(`${sentences.pop() ?? ""}${original}`);
    else sentences.push(original);
    isOpen = endsInAbbreviation(segment);
  }
  return sentences;
}

function endsInAbbreviation(segment: string): boolean {
  const word = /(?:^|[\s("'“‘[])((?:\p{L}\.)*\p{L}+)\.\s+$/u.exec(segment)?.[1];
  if (word === undefined) return false;
  return /^(?!I$)\p{Lu}$/u.test(word) || word.includes(".") || ABBREVIATIONS.has(word.toLowerCase());
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string | null): Intl.Segmenter {
  const locale = language ?? "en";
  const known = segmenters.get(locale);
  if (known !== undefined) return known;
  const segmenter = new Intl.Segmenter(locale, { granularity: "sentence" });
  segmenters.set(locale, segmenter);
  return segmenter;
}
