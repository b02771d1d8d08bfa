import { expect, it } from "vitest";
import { rewriteChoices } from "./rewrite-choices.ts";

const at = (second: number) => new Date(Date.UTC(2026, 10, 20, 6, 0, second));
const phase = (
  name: "GATHER" | "OUTLINE" | "WRITE",
  status: "DONE" | "FAILED",
  from: number,
  to: number,
) => ({
  phase: name,
  status,
  attempt: 1,
  startCount: 1,
  error: null,
  startedAt: at(from),
  finishedAt: at(to),
});
const episode = { id: "e", status: "DRAFT", number: null, title: null, writer: "model" } as const;
const failed = {
  status: "FAILED",
  episode,
  phases: [phase("GATHER", "DONE", 0, 2), phase("OUTLINE", "DONE", 2, 12), phase("WRITE", "FAILED", 12, 42)],
} as const;
const usage = [
  { phase: "OUTLINE", tokensRead: 1, tokensWritten: 1, costNanos: 20_000_000n, unpricedCount: 0 },
  { phase: "WRITE", tokensRead: 1, tokensWritten: 1, costNanos: 30_000_000n, unpricedCount: 1 },
] as const;

it("offers the phases that the run came to, with what all from there on took and cost", () => {
  const choices = rewriteChoices({ ...failed, phases: [...failed.phases] }, [...usage]);
  expect(choices.map(({ value }) => value)).toEqual(["GATHER", "OUTLINE", "WRITE"]);
  expect(choices.map(({ hint }) => hint)).toEqual([
    "From here on it took 42 s and cost $0.05 and 1 call without a price so far.",
    "From here on it took 40 s and cost $0.05 and 1 call without a price so far.",
    "From here on it took 30 s and cost $0.03 and 1 call without a price so far.",
  ]);
});

it("offers nothing while a worker or a reader has it, nor before anything was written, and only gathering after a skip", () => {
  const phases = [...failed.phases];
  for (const status of ["GENERATING", "PUBLISHED", "PENDING"] as const) {
    expect(rewriteChoices({ ...failed, phases, status }, [])).toEqual([]);
  }
  expect(rewriteChoices({ status: "CANCELLED", phases: [], episode: null }, [])).toEqual([]);
  const skipped = rewriteChoices({ ...failed, phases: phases.slice(0, 1), status: "SKIPPED" }, []);
  expect(skipped).toMatchObject([{ value: "GATHER", hint: expect.stringContaining("cost nothing") }]);
});
