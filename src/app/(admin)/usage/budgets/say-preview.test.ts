import { describe, expect, it } from "vitest";
import { budgetAddress, readBudgetSearch } from "./budget-address.ts";
import { sayCeiling, sayPresent, sayPreview } from "./say-preview.ts";

const DOLLAR = 1_000_000_000n;
const preview = {
  projectId: null,
  projectTitle: null,
  window: "MONTH",
  ceilingNanos: (25n * DOLLAR) / 2n,
  isHard: true,
  before: null,
  spentNanos: 0n,
  from: "2026-10-01",
  until: "2026-10-31",
  heldEpisodes: 7,
  heldFrom: "2026-10-16",
  allowedNanos: 12n * DOLLAR,
  totalNanos: 18n * DOLLAR,
  fullWindows: 1,
  windows: 1,
} as const;

describe("what a ceiling would have held", () => {
  it("is said with the episodes, the date and the money", () => {
    expect(sayCeiling(preview)).toBe("$12.50 a month for the whole organisation");
    expect(sayPreview(preview)).toBe(
      "In October 2026, 7 episodes would have been held, from Fri 16 Oct on; $12.00 of $18.00 would have been spent.",
    );
    expect(sayPreview({ ...preview, window: "DAY", fullWindows: 3, windows: 21, heldEpisodes: 1 })).toBe(
      "In October 2026, 1 episode would have been held on 3 of 21 days, from Fri 16 Oct on; $12.00 of $18.00 would have been spent.",
    );
    expect(sayPreview({ ...preview, heldEpisodes: 0 })).toContain(
      "no episode, but other calls would have been held",
    );
  });

  it("is nothing where all fits, nothing was spent, or the ceiling is soft", () => {
    expect(sayPreview({ ...preview, heldFrom: null })).toBe(
      "Nothing would have been held in October 2026: all $18.00 fit.",
    );
    expect(
      sayPreview({ ...preview, totalNanos: 0n, heldFrom: null, from: "2026-11-01", until: "2026-11-20" }),
    ).toBe("Nothing was spent in November 2026 so far, so nothing would have been held.");
    expect(sayPreview({ ...preview, isHard: false })).toContain("nothing held: a soft ceiling only tells");
  });

  it("is said of the present too, when that has cost as much already", () => {
    expect(sayPresent(preview)).toBeNull();
    const spent = { ...preview, spentNanos: 13n * DOLLAR };
    expect(sayPresent(spent)).toBe(
      "This month has cost $13.00 already: every call to a model would wait from now on.",
    );
    expect(sayPresent({ ...spent, isHard: false })).toContain("it is reached at once");
    expect(sayPresent({ ...spent, window: "EPISODE" })).toBeNull();
  });
});

describe("the address of the form", () => {
  it("opens a ceiling as it is", () => {
    const address = budgetAddress({
      projectId: null,
      window: "DAY",
      ceilingNanos: 1_234_000_000n,
      isHard: false,
    });
    const search = Object.fromEntries(new URL(address, "http://localhost").searchParams);
    expect(readBudgetSearch(search)).toEqual({
      project: "",
      window: "DAY",
      ceiling: "1.2340",
      isHard: false,
    });
  });

  it("takes what makes no sense as nothing said", () => {
    expect(readBudgetSearch({ window: "WEEK", project: ["a", "b"], ceiling: ["1", "2"], hold: "x" })).toEqual(
      {
        project: "",
        window: "MONTH",
        ceiling: null,
        isHard: true,
      },
    );
  });
});
