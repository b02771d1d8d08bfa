import { type Dollars, type ListedPrice, listed, listedEmbedding, ofShortPrompts } from "./listed-price.ts";

const SHORT_PROMPTS = 200_000;

const gemini = (
  model: string,
  from: string,
  { input, cacheRead, output }: Omit<Dollars, "cacheWrite">,
  note?: string,
): ListedPrice =>
  listed(
    "google",
    model,
    from,
    { input, cacheRead, cacheWrite: input, output },
    note === undefined ? {} : { note },
  );

/**
 * What Google charges on the Gemini Developer API, paid tier, text, in dollars for a million tokens; thoughts are paid as output. What is
 * written to the cache costs as input; the hourly price of keeping an explicit cache is in no bucket, because Episodic keeps none.
 *
 * Sources, read on 2026-11-21: ai.google.dev/gemini-api/docs/pricing as api-evangelist/deepmind transcribed it on 2026-10-07 (it names the
 * price of Gemini 3.8 Flash until the end of 2026 and from 2027 on) and api-evangelist/gemini on 2026-09-20; reads of the cache and the
 * flat older models from pydantic/genai-prices (2026-08-21) and simonw/llm-prices (2026-08-05); the cache read of Gemini 3.8 Flash from
 * docs.apiyi.com. Its price of 2027 is not told: the tenth of the input that it is with every model here. Begins are the releases.
 */
export const GOOGLE_PRICES: readonly ListedPrice[] = [
  gemini(
    "gemini-3.8-flash",
    "2026-09-02",
    { input: 0.75, cacheRead: 0.075, output: 3.75 },
    "Google's price until the end of 2026.",
  ),
  gemini("gemini-3.8-flash", "2027-01-01", { input: 1.5, cacheRead: 0.15, output: 7.5 }),
  gemini("gemini-3.5-flash", "2026-05-19", { input: 1.5, cacheRead: 0.15, output: 9 }),
  gemini("gemini-3.5-flash-lite", "2026-07-21", { input: 0.3, cacheRead: 0.03, output: 2.5 }),
  ofShortPrompts(
    gemini("gemini-3.1-pro-preview", "2026-02-19", { input: 2, cacheRead: 0.2, output: 12 }),
    SHORT_PROMPTS,
  ),
  gemini("gemini-3.1-flash-lite", "2026-05-07", { input: 0.25, cacheRead: 0.025, output: 1.5 }),
  ofShortPrompts(
    gemini("gemini-2.5-pro", "2026-08-05", { input: 1.25, cacheRead: 0.125, output: 10 }),
    SHORT_PROMPTS,
  ),
  gemini("gemini-2.5-flash", "2026-08-05", { input: 0.3, cacheRead: 0.03, output: 2.5 }),
  gemini("gemini-2.5-flash-lite", "2026-08-05", { input: 0.1, cacheRead: 0.01, output: 0.4 }),
  listedEmbedding("google", "gemini-embedding-2", "2026-09-20", 0.2),
  listedEmbedding("google", "gemini-embedding-001", "2026-08-05", 0.15),
];
