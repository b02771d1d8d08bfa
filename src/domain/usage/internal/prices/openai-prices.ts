import { type Dollars, type ListedPrice, listed, listedEmbedding, ofShortPrompts } from "./listed-price.ts";

const SHORT_PROMPTS = 272_000;

type Told = Omit<Dollars, "cacheWrite"> & { cacheWrite?: number };

const gpt = (model: string, from: string, { cacheWrite, ...told }: Told): ListedPrice =>
  listed("openai", model, from, { ...told, cacheWrite: cacheWrite ?? told.input });

const gptByLength = (model: string, from: string, told: Told): ListedPrice =>
  ofShortPrompts(gpt(model, from, told), SHORT_PROMPTS);

/**
 * What OpenAI charges on its own API, standard processing, in dollars for a million tokens; reasoning is paid as output. From GPT-5.6 on
 * a cache write costs a quarter more than input (kept for 30 minutes; the one of 12 hours is never asked for), before that as input.
 * Prompts over 272,000 tokens cost twice the input and the cache and half as much again for the output, from GPT-5.4 on.
 *
 * Sources, read on 2026-11-21 as stored copies: developers.openai.com/api/docs/models/<model> of GPT-6.2 Sol and GPT-6.1 Terra;
 * docs.laozhang.ai's notice of GPT-6.2 (2026-11-18, checked with OpenAI's pricing page) and BerriAI/litellm discussion 52347: Astra's
 * cached input is 60 % cheaper than GPT-6 Astra's; its cache write is by the rule above. GPT-6 and 6.1 with their begins: TheKrush/
 * PromptFuel 1.0.19 to 1.0.24, litellm discussion 39633. GPT-5.6: its cuts of 2026-07-30 and 2026-08-21 by docs.apiyi.com,
 * simonw/llm-prices (2026-08-05) and SergeevDmitry/llm-kit usage-tab 1.2.0 (2026-09-07). All others: pydantic/genai-prices
 * (2026-08-21) and simonw/llm-prices; dated by when these were read, for their begin is not told.
 */
export const OPENAI_PRICES: readonly ListedPrice[] = [
  gptByLength("gpt-6.2-astra", "2026-11-17", { input: 8, cacheRead: 0.4, cacheWrite: 10, output: 40 }),
  gptByLength("gpt-6.2-sol", "2026-11-17", { input: 2, cacheRead: 0.1, cacheWrite: 2.5, output: 10 }),
  gptByLength("gpt-6.1-sol", "2026-09-29", { input: 2, cacheRead: 0.1, cacheWrite: 2.5, output: 10 }),
  gptByLength("gpt-6.1-terra", "2026-10-26", { input: 1, cacheRead: 0.05, cacheWrite: 1.25, output: 5 }),
  gptByLength("gpt-6-astra", "2026-09-03", { input: 10, cacheRead: 1, cacheWrite: 12.5, output: 50 }),
  gptByLength("gpt-6-sol", "2026-09-22", { input: 2, cacheRead: 0.2, cacheWrite: 2.5, output: 10 }),
  gptByLength("gpt-6-luna", "2026-09-22", { input: 0.1, cacheRead: 0.01, cacheWrite: 0.125, output: 0.5 }),
  gptByLength("gpt-5.6-sol", "2026-08-21", { input: 4, cacheRead: 0.4, cacheWrite: 5, output: 20 }),
  gptByLength("gpt-5.6-terra", "2026-07-30", { input: 2, cacheRead: 0.2, cacheWrite: 2.5, output: 12 }),
  gptByLength("gpt-5.6-luna", "2026-07-30", { input: 0.2, cacheRead: 0.02, cacheWrite: 0.25, output: 1.2 }),
  gptByLength("gpt-5.5", "2026-08-05", { input: 5, cacheRead: 0.5, output: 30 }),
  gptByLength("gpt-5.4", "2026-08-05", { input: 2.5, cacheRead: 0.25, output: 15 }),
  gpt("gpt-5.4-mini", "2026-08-05", { input: 0.75, cacheRead: 0.075, output: 4.5 }),
  gpt("gpt-5.4-nano", "2026-08-05", { input: 0.2, cacheRead: 0.02, output: 1.25 }),
  gpt("gpt-5.2", "2026-08-05", { input: 1.75, cacheRead: 0.175, output: 14 }),
  gpt("gpt-5.1", "2026-08-05", { input: 1.25, cacheRead: 0.125, output: 10 }),
  gpt("gpt-5", "2026-08-05", { input: 1.25, cacheRead: 0.125, output: 10 }),
  gpt("gpt-5-mini", "2026-08-05", { input: 0.25, cacheRead: 0.025, output: 2 }),
  gpt("gpt-5-nano", "2026-08-05", { input: 0.05, cacheRead: 0.005, output: 0.4 }),
  gpt("gpt-4.1", "2026-08-05", { input: 2, cacheRead: 0.5, output: 8 }),
  gpt("gpt-4.1-mini", "2026-08-05", { input: 0.4, cacheRead: 0.1, output: 1.6 }),
  gpt("gpt-4.1-nano", "2026-08-05", { input: 0.1, cacheRead: 0.025, output: 0.4 }),
  gpt("gpt-4o", "2026-08-05", { input: 2.5, cacheRead: 1.25, output: 10 }),
  gpt("gpt-4o-mini", "2026-08-05", { input: 0.15, cacheRead: 0.075, output: 0.6 }),
  listedEmbedding("openai", "text-embedding-3-large", "2026-08-05", 0.13),
  listedEmbedding("openai", "text-embedding-3-small", "2026-08-05", 0.02),
];
