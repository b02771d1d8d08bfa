import { countTokens } from "../count-tokens.ts";

/** What providers add by themselves: marks around each message, and the words that ask for JSON (Anthropic's longest are 530). */
const TOKENS_PER_TEXT = 16;
const TOKENS_PER_CALL = 600;

/** Letters and single blanks are what tokenizers agree on; digits, punctuation and runs of blanks some of them take one by one. */
const ODD = /[^A-Za-z ]|(?<= ) /g;

/**
 * The most tokens that a model can be billed for reading these texts and this schema, whatever its tokenizer: never more than a token
 * for each byte (byte pair encodings with bytes to fall back on), and of plain words no more than twice what o200k_base makes of them.
 */
export function worstInput(texts: readonly string[], schema?: unknown): number {
  const read = schema === undefined ? texts : [...texts, JSON.stringify(schema)];
  return read.reduce((sum, text) => sum + worstCount(text) + TOKENS_PER_TEXT, TOKENS_PER_CALL);
}

function worstCount(text: string): number {
  const bytes = Buffer.byteLength(text);
  const odd = Buffer.byteLength((text.match(ODD) ?? []).join(""));
  return Math.min(bytes, 2 * countTokens(text) + odd);
}
