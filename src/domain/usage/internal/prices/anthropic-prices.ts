import { type Dollars, type ListedPrice, listed, ofShortPrompts } from "./listed-price.ts";

const claude = (model: string, from: string, dollars: Dollars): ListedPrice =>
  listed("anthropic", model, from, dollars);

/**
 * What Anthropic charges on its own API, standard service, in dollars for a million tokens. The cache write is that of five minutes;
 * one of an hour costs twice the input and is told apart by nobody here, because Episodic asks for none.
 *
 * Sources, read on 2026-11-21 as stored copies: platform.claude.com/docs/en/about-claude/pricing and …/docs/en/models/<model>/overview.
 * Begin of Opus 5.5, Fable 5.1, Sonnet 5.5, Haiku 5.5 and the cheaper cache reads of Sonnet 5.5: the releases 1.0.21 to 1.0.23 of
 * TheKrush/PromptFuel (2026-09-23 to 2026-10-16), which agree with kurofune/claudit 1.8.1 to 1.9.2 (the live page, last on 2026-10-24).
 * Models without a known begin are dated by the day on which that page was seen to name them.
 */
export const ANTHROPIC_PRICES: readonly ListedPrice[] = [
  claude("claude-fable-5-1", "2026-09-01", { input: 10, cacheRead: 0.25, cacheWrite: 12.5, output: 50 }),
  claude("claude-fable-5", "2026-09-01", { input: 10, cacheRead: 1, cacheWrite: 12.5, output: 50 }),
  claude("claude-opus-5-5", "2026-09-22", { input: 4, cacheRead: 0.2, cacheWrite: 5, output: 20 }),
  claude("claude-opus-5", "2026-07-24", { input: 5, cacheRead: 0.5, cacheWrite: 6.25, output: 25 }),
  claude("claude-opus-4-8", "2026-09-01", { input: 5, cacheRead: 0.5, cacheWrite: 6.25, output: 25 }),
  claude("claude-sonnet-5-5", "2026-09-28", { input: 2, cacheRead: 0.2, cacheWrite: 2.5, output: 10 }),
  claude("claude-sonnet-5-5", "2026-10-07", { input: 2, cacheRead: 0.1, cacheWrite: 2.5, output: 10 }),
  claude("claude-sonnet-5", "2026-09-01", { input: 2, cacheRead: 0.2, cacheWrite: 2.5, output: 10 }),
  claude("claude-sonnet-4-6", "2026-03-13", { input: 3, cacheRead: 0.3, cacheWrite: 3.75, output: 15 }),
  ofShortPrompts(
    claude("claude-haiku-5-5", "2026-10-07", { input: 0.1, cacheRead: 0.01, cacheWrite: 0.125, output: 0.5 }),
    100_000,
  ),
  claude("claude-haiku-4-5", "2025-10-15", { input: 1, cacheRead: 0.1, cacheWrite: 1.25, output: 5 }),
  claude("claude-haiku-4-5-20251001", "2025-10-15", {
    input: 1,
    cacheRead: 0.1,
    cacheWrite: 1.25,
    output: 5,
  }),
];
