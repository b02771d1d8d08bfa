import { expect, it } from "vitest";
import { sayLead } from "./say-lead.ts";

it("tells how early writing begins, and what that was learnt from", () => {
  expect(sayLead({ leadSeconds: 720, leadLearntFrom: 14 })).toBe(
    "Writing begins about 12 minutes before each slot (learnt from 14 episodes).",
  );
  expect(sayLead({ leadSeconds: 5_400, leadLearntFrom: 1 })).toContain(
    "about 1 h 30 min before each slot (learnt from 1 episode)",
  );
  expect(sayLead({ leadSeconds: 900, leadLearntFrom: 0 })).toContain(
    "15 minutes before each slot (assumed until",
  );
});
