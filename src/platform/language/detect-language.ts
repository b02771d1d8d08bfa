import { eld } from "eld/small";

const SAMPLE_CHARS = 1500;
/** Fewer letters than a short sentence name no language. */
const LEAST_LETTERS = 20;

/** The language of a text as an ISO 639-1 code, by its beginning, middle and end; null when it cannot be told. */
export function detectLanguage(text: string): string | null {
  const middle = Math.floor(text.length / 2);
  const samples =
    text.length <= SAMPLE_CHARS * 3
      ? text
      : `${text.slice(0, SAMPLE_CHARS)} ${text.slice(middle, middle + SAMPLE_CHARS)} ${text.slice(-SAMPLE_CHARS)}`;
  const words = samples.replace(/https?:\S+|`[^`\n]*`/g, " ");
  if ((words.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) return null;
  const { language } = eld.detect(words);
  return language === "" ? null : language;
}
