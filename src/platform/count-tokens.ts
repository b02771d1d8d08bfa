import { countTokens as countEncoded } from "gpt-tokenizer/encoding/o200k_base";

/** Byte pair encoding takes time by the square of an unbroken run of letters; runs beyond this are counted in parts. */
const LONGEST_RUN = 2000;
const LONG_RUN = new RegExp(`\\S{${LONGEST_RUN},}`);

/**
 * Counts tokens as OpenAI's o200k_base does; the built-in writer and every estimate use it.
 * "<|endoftext|>" and its like in a text are text. A run of over 2,000 characters without a blank counts a few too many.
 */
export function countTokens(text: string): number {
  if (!LONG_RUN.test(text)) return countEncoded(text, { disallowedSpecial: new Set() });
  let count = 0;
  for (let start = 0; start < text.length; start += LONGEST_RUN) {
    count += countEncoded(text.slice(start, start + LONGEST_RUN), { disallowedSpecial: new Set() });
  }
  return count;
}
