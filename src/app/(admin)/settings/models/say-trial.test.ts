import { expect, it } from "vitest";
import { sayTrial } from "./say-trial.ts";

const TRIAL = {
  provider: "openai",
  model: "small",
  answer: { sentence: "Ready when you are." },
  durationMs: 1_240n,
  tokensRead: 1_052n,
  tokensWritten: 8n,
  costNanos: 4_300_000n,
} as const;

it("says what a model answered, how long it took, and what it cost", () => {
  expect(sayTrial(TRIAL)).toBe(
    "small of OpenAI answered in 1.2 s: “Ready when you are.” It read 1,052 tokens and wrote 8, for $0.0043.",
  );
});

it("says of an embedding how long its vector is", () => {
  expect(sayTrial({ ...TRIAL, answer: { dimensions: 1536 }, tokensWritten: 0n })).toContain(
    "answered in 1.2 s with a vector of 1,536 numbers. It read 1,052 tokens and wrote 0",
  );
});

it("says that a cost is not known, and that one is nothing", () => {
  expect(sayTrial({ ...TRIAL, costNanos: null })).toContain("the model has no price. Enter it");
  expect(sayTrial({ ...TRIAL, costNanos: 0n })).toMatch(/wrote 8, for nothing\.$/);
});
