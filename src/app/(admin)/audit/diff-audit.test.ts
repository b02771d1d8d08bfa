import { describe, expect, it } from "vitest";
import { diffAudit } from "./diff-audit.ts";

describe("what changed", () => {
  it("is told field by field, in words", () => {
    expect(
      diffAudit({ title: "Old", minutes: 6, isPaused: true }, { title: "New", minutes: 6, isPaused: false }),
    ).toEqual([
      { field: "title", before: "Old", after: "New" },
      { field: "is paused", before: "yes", after: "no" },
    ]);
  });

  it("looks into what is nested, and leaves out what stayed", () => {
    const before = { cadence: { timeZone: "UTC", days: [1, 2], pauses: [{ from: "a" }] }, policy: "SKIP" };
    const after = { cadence: { timeZone: "Europe/Berlin", days: [1, 3], pauses: [] }, policy: "SKIP" };
    expect(diffAudit(before, after)).toEqual([
      { field: "cadence, time zone", before: "UTC", after: "Europe/Berlin" },
      { field: "cadence, days", before: "1, 2", after: "1, 3" },
      { field: "cadence, pauses", before: '{"from":"a"}', after: "none" },
    ]);
  });

  it("tells of what came and of what went", () => {
    expect(diffAudit(null, { title: "", note: null })).toEqual([
      { field: "title", before: null, after: "empty" },
      { field: "note", before: null, after: "nothing" },
    ]);
    expect(diffAudit({ status: "HELD" }, null)).toEqual([{ field: "status", before: "HELD", after: null }]);
    expect(diffAudit(null, null)).toEqual([]);
  });
});
