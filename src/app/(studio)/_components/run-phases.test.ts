import { expect, it } from "vitest";
import { runPhases } from "./run-phases.ts";

const at = (second: number) => new Date(Date.UTC(2026, 10, 20, 6, 0, second));

it("shows all five phases in their order, whatever is stored and in whatever order", () => {
  const phases = runPhases([
    { phase: "WRITE", status: "RUNNING", startedAt: at(9), finishedAt: null },
    { phase: "GATHER", status: "DONE", startedAt: at(0), finishedAt: at(2) },
    { phase: "OUTLINE", status: "FAILED", startedAt: at(2), finishedAt: at(9) },
  ]);
  expect(phases).toEqual([
    { name: "Gather", state: "done", note: "2.0 s" },
    { name: "Outline", state: "failed", note: "7.0 s" },
    { name: "Write", state: "running", note: "under way" },
    { name: "Check", state: "waiting" },
    { name: "Finish", state: "waiting" },
  ]);
});
