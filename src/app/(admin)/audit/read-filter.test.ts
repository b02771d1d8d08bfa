import { describe, expect, it } from "vitest";
import { filterQuery, readBefore, readFilter } from "./read-filter.ts";

const id = "0190a6f0-0000-7000-8000-000000000001";

describe("the filter in the address", () => {
  it("is read and written back as it was", () => {
    const search = { who: id, action: "run.retry", target: "A & B", from: "2026-11-01", until: "2026-11-30" };
    const { filter, notUnderstood } = readFilter(search, "UTC");
    expect(filter).toEqual({ ...search, zone: "UTC" });
    expect(notUnderstood).toEqual([]);
    expect(Object.fromEntries(new URLSearchParams(filterQuery(filter, 12n)))).toEqual({
      ...search,
      before: "12",
    });
  });

  it("asks for nothing where a form was left empty", () => {
    const { filter, notUnderstood } = readFilter({ who: "", action: "", target: " ", other: "x" }, "UTC");
    expect(filterQuery(filter)).toBe("");
    expect(notUnderstood).toEqual([]);
  });

  it("leaves out what can't be, and tells of it", () => {
    const search = {
      who: "me",
      action: "toString",
      target: ["a", "b"],
      from: "2026-02-30",
      until: "tomorrow",
    };
    expect(readFilter(search, "UTC")).toEqual({
      filter: { zone: "UTC" },
      notUnderstood: ["who", "action", "target", "from", "until"],
    });
  });

  it("continues behind a number and nothing else", () => {
    expect(readBefore({ before: "12" })).toBe("12");
    for (const before of ["0", "-1", "1.5", "x", "9".repeat(30), ["1", "2"], undefined])
      expect(readBefore({ before })).toBeUndefined();
  });
});
