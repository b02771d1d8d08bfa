import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countTokens } from "#platform/count-tokens.ts";
import { type MemoryToRank, rankMemories } from "./rank-memories.ts";

const NOW = new Date("2026-11-23T06:00:00Z");
const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);

function memory(id: string, overrides: Partial<MemoryToRank> = {}): MemoryToRank {
  return {
    id,
    kind: "FACT",
    status: "ACTIVE",
    text: `Memory ${id} says one thing.`,
    importance: 5,
    isPinned: false,
    vector: [1, 0],
    validFrom: daysAgo(100),
    validUntil: null,
    touchedAt: daysAgo(0),
    ...overrides,
  };
}

const rank = (memories: MemoryToRank[], budgetTokens = 10_000, vector: number[] | null = [1, 0]) =>
  rankMemories({ memories, vector, now: NOW, budgetTokens });

const some = fc.record({
  kind: fc.constantFrom("FACT", "PREFERENCE", "DECISION", "STYLE", "COVERED_TOPIC"),
  status: fc.constantFrom("PROPOSED", "ACTIVE", "ACTIVE", "ACTIVE", "SUPERSEDED", "FORGOTTEN"),
  text: fc.string({ minLength: 1, maxLength: 80 }),
  importance: fc.integer({ min: 1, max: 10 }),
  isPinned: fc.boolean(),
  vector: fc.option(fc.double({ min: 0, max: Math.PI, noNaN: true }).map((a) => [Math.cos(a), Math.sin(a)])),
  validFrom: fc.integer({ min: -3, max: 300 }).map(daysAgo),
  validUntil: fc.option(fc.integer({ min: -100, max: 100 }).map(daysAgo)),
  touchedAt: fc.integer({ min: -3, max: 900 }).map(daysAgo),
}) as fc.Arbitrary<Omit<MemoryToRank, "id">>;
const memories = fc
  .array(some, { maxLength: 40 })
  .map((all) => all.map((each, at): MemoryToRank => ({ ...each, id: `m${String(at).padStart(3, "0")}` })));

describe("the memories of a brief", () => {
  it("are active, begun and not over, fit the budget, and each stands there once, ranked from 1", () => {
    fc.assert(
      fc.property(memories, fc.integer({ min: 0, max: 300 }), (given, budget) => {
        const ranked = rank(given, budget);
        const chosen = ranked.map(({ id }) => given.find((each) => each.id === id) as MemoryToRank);
        expect(new Set(chosen).size).toBe(ranked.length);
        expect(ranked.map((each) => each.rank)).toEqual(ranked.map((_, at) => at + 1));
        for (const { status, validFrom, validUntil } of chosen) {
          expect(status).toBe("ACTIVE");
          expect(validFrom <= NOW).toBe(true);
          expect(validUntil === null || validUntil > NOW).toBe(true);
        }
        const tokens = chosen.reduce((sum, { text }) => sum + countTokens(text), 0);
        expect(tokens).toBeLessThanOrEqual(budget);
        const covered = chosen.filter(({ kind, isPinned }) => kind === "COVERED_TOPIC" && !isPinned);
        const coveredTokens = covered.reduce((sum, { text }) => sum + countTokens(text), 0);
        expect(coveredTokens).toBeLessThanOrEqual(budget / 4);
        expect(covered.length).toBeLessThanOrEqual(8);
        for (const { score } of ranked) expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });

  it("do not depend on the order in which they were read", () => {
    const shuffled = memories.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        expect(rank(other, 100)).toEqual(rank(given, 100));
      }),
    );
  });

  it("begin with the pinned ones; what was covered comes behind what was learnt, however much of it there is", () => {
    fc.assert(
      fc.property(memories, (given) => {
        const lanes = rank(given).map(({ id }) => {
          const { isPinned, kind } = given.find((each) => each.id === id) as MemoryToRank;
          return isPinned ? 0 : kind === "COVERED_TOPIC" ? 2 : 1;
        });
        expect(lanes).toEqual([...lanes].sort());
      }),
    );
    const topics = Array.from({ length: 500 }, (_, at) =>
      memory(`a${at}`, { kind: "COVERED_TOPIC", importance: 10 }),
    );
    const wish = memory("z", { kind: "PREFERENCE", importance: 1, vector: [0, 1], touchedAt: daysAgo(700) });
    expect(rank([...topics, wish], 40)[0]?.id).toBe("z");
  });

  it("rise with relevance, with importance and with recency, and ties go by id", () => {
    const order = (...given: MemoryToRank[]) => rank(given).map(({ id }) => id);
    expect(order(memory("a", { vector: [0.6, 0.8] }), memory("b"))).toEqual(["b", "a"]);
    expect(order(memory("a", { importance: 4 }), memory("b"))).toEqual(["b", "a"]);
    expect(order(memory("a", { touchedAt: daysAgo(30) }), memory("b"))).toEqual(["b", "a"]);
    expect(order(memory("b"), memory("a"))).toEqual(["a", "b"]);
    expect(rank([memory("a", { touchedAt: daysAgo(200) })])[0]?.score).toBeCloseTo(0.5 * 0.995 ** 200, 10);
  });

  it("count in matters of style whatever the episode is about", () => {
    const [style, fact] = rank([
      memory("a", { kind: "STYLE", vector: [0, 1] }),
      memory("b", { vector: [0, 1] }),
    ]);
    expect([style?.score, fact?.score]).toEqual([0.5, 0]);
  });

  it("pass over what does not fit for what does", () => {
    const long = memory("a", { text: "word ".repeat(200), importance: 10 });
    expect(rank([long, memory("b")], 20).map(({ id }) => id)).toEqual(["b"]);
  });
});
