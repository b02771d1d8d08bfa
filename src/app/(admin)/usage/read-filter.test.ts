import { describe, expect, it } from "vitest";
import { readPeriod } from "./chosen-period.ts";
import { readCallSearch, readFilter } from "./read-filter.ts";
import {
  callsAddress,
  exportAddress,
  filterFields,
  overviewAddress,
  type UsageFilter,
} from "./usage-address.ts";

const ID = "0190a6f0-0000-7000-8000-000000000000";
const period = readPeriod({ period: "7" }, "2026-11-21");

describe("the filter in an address", () => {
  it("is read as it was written", () => {
    const filters: UsageFilter[] = [
      {},
      { projectId: ID, userId: "none", purpose: "episode.write", settlement: "ESTIMATED" },
      { provider: "compatible", model: "meta-llama/llama 3.3", isUnpriced: true },
      { episodeId: ID, queueId: ID, projectId: "none" },
    ];
    for (const filter of filters) {
      const { searchParams } = new URL(callsAddress(period, filter), "http://localhost");
      expect(readFilter(Object.fromEntries(searchParams))).toEqual({ filter, notUnderstood: [] });
    }
  });

  it("leaves out what can't be, and says what it was; an empty field asks for nothing", () => {
    const search = {
      project: "'; drop",
      model: "gpt",
      person: ["a", "b"],
      settled: "toString",
      run: "7",
      purpose: "",
    };
    expect(readFilter(search)).toEqual({
      filter: {},
      notUnderstood: ["project", "model", "person", "settled", "run"],
    });
  });
});

describe("the calls that an address asks for", () => {
  const read = (search: Record<string, string>) => readCallSearch(search, "2026-11-21");

  it("are those of 30 days, but all of one run or episode unless dates are named", () => {
    expect(read({}).period).toMatchObject({ name: "30" });
    expect(read({ run: ID }).period).toBeNull();
    expect(read({ episode: ID, period: "7" }).period).toMatchObject({ name: "7" });
    expect(read({ episode: ID, from: "", until: "" }).period).toBeNull();
  });

  it("come with what was left out", () => {
    expect(read({ person: "x", run: "y", from: "2027-01-01" }).problems).toEqual([
      "There is no such person, run, so it was left out.",
      "That period has not begun yet. These are the last 30 days.",
    ]);
    expect(read({ run: ID }).problems).toEqual([]);
  });
});

it("an address keeps the period by its name, and names no more than was asked", () => {
  expect(overviewAddress({ period })).toBe("/usage?period=7");
  expect(overviewAddress({ period, measure: "tokens", projectId: ID })).toBe(
    `/usage?period=7&measure=tokens&project=${ID}`,
  );
  expect(callsAddress(null, { queueId: ID })).toBe(`/usage/calls?run=${ID}`);
  expect(callsAddress(period, {}, "1_a")).toBe("/usage/calls?period=7&before=1_a");
  expect(exportAddress("days", "json", period)).toBe("/usage/export?period=7&what=days&format=json");
  expect(filterFields({ provider: "openai" })).toEqual({});
});
