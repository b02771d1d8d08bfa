import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#testing/seeded-random.ts";
import { type ForecastFacts, forecast } from "./forecast.ts";

const DOLLAR = 1_000_000_000n;
const DOLLAR_NUMBER = Number(DOLLAR);

/** Consecutive dates from the first of June 2026, a Monday. */
const datesFrom = (offset: number, count: number) =>
  Array.from({ length: count }, (_, day) =>
    new Date(Date.UTC(2026, 5, 1 + offset + day)).toISOString().slice(0, 10),
  );
const historyOf = (costs: readonly bigint[]) => {
  const dates = datesFrom(0, costs.length);
  return costs.map((nanos, day) => ({ date: dates[day] ?? "", nanos }));
};

const money = fc.bigInt({ min: 0n, max: 1_000n * DOLLAR });
const someFacts = fc
  .record({
    spentNanos: money,
    costs: fc.array(money, { minLength: 3, maxLength: 56 }),
    days: fc.integer({ min: 1, max: 31 }),
    restOfToday: fc.double({ min: 0, max: 1, noNaN: true }),
    slots: fc.array(
      fc.record({
        count: fc.integer({ min: 0, max: 200 }),
        costs: fc.array(money, { minLength: 1, maxLength: 20 }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ costs, days, ...facts }): ForecastFacts => {
    return { ...facts, history: historyOf(costs), daysLeft: datesFrom(costs.length, days) };
  });

const told = (facts: ForecastFacts) => {
  const made = forecast(facts);
  if (!made) throw new Error("there is a forecast");
  return made;
};
const width = ({ lowNanos, highNanos }: { lowNanos: bigint; highNanos: bigint }) => highNanos - lowNanos;

describe("a forecast", () => {
  it("is never below what is spent, and its middle lies in its range", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { lowNanos, midNanos, highNanos } = told(facts);
        expect(lowNanos >= facts.spentNanos).toBe(true);
        expect(midNanos >= lowNanos && highNanos >= midNanos).toBe(true);
      }),
    );
  });

  it("narrows as the days go by and the slots are used", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const tomorrow = {
          ...facts,
          daysLeft: facts.daysLeft.slice(1),
          restOfToday: 1,
          slots: facts.slots.map(({ count, costs }) => ({ count: Math.max(0, count - 1), costs })),
        };
        // Amounts are rounded to a nano-dollar, each end for itself.
        expect(width(told(tomorrow)) <= width(told({ ...facts, restOfToday: 1 })) + 2n).toBe(true);
        expect(width(told(facts)) <= width(told({ ...facts, restOfToday: 1 })) + 2n).toBe(true);
      }),
    );
  });

  it("is what is spent once the window is over", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { spentNanos } = facts;
        const over = { ...facts, daysLeft: [], slots: [] };
        expect(told(over)).toEqual({ lowNanos: spentNanos, midNanos: spentNanos, highNanos: spentNanos });
      }),
    );
  });

  it("says that it is too early without three days, and without knowing what an episode costs", () => {
    const facts = { spentNanos: DOLLAR, daysLeft: datesFrom(3, 5), restOfToday: 1, history: [], slots: [] };
    expect(forecast(facts)).toBeNull();
    expect(forecast({ ...facts, history: historyOf([1n, 1n]) })).toBeNull();
    const history = historyOf([1n, 1n, 1n]);
    expect(forecast({ ...facts, history })).not.toBeNull();
    expect(forecast({ ...facts, history, slots: [{ count: 1, costs: [] }] })).toBeNull();
    expect(forecast({ ...facts, history, slots: [{ count: 0, costs: [] }] })).not.toBeNull();
  });

  it("counts each coming slot at what such an episode costs", () => {
    const facts = {
      spentNanos: 10n * DOLLAR,
      daysLeft: datesFrom(28, 3),
      restOfToday: 0.5,
      history: historyOf(Array.from({ length: 28 }, () => 0n)),
      slots: [
        { count: 4, costs: [2n * DOLLAR, 2n * DOLLAR] },
        { count: 10, costs: [0n] },
      ],
    };
    const eighteen = 18n * DOLLAR;
    expect(told(facts)).toEqual({ lowNanos: eighteen, midNanos: eighteen, highNanos: eighteen });
  });

  it("knows a weekday from another: a weekend of free days costs little", () => {
    const week = [5n, 5n, 5n, 5n, 5n, 0n, 0n].map((dollars) => dollars * DOLLAR);
    const history = historyOf(Array.from({ length: 8 }, () => week).flat());
    const ahead = (offset: number, days: number) =>
      told({ spentNanos: 0n, restOfToday: 1, history, slots: [], daysLeft: datesFrom(56 + offset, days) })
        .midNanos;
    expect(Number(ahead(0, 5))).toBeGreaterThan(23.5e9);
    expect(Number(ahead(5, 2))).toBeLessThan(1.5e9);
    expect(Number(ahead(0, 7))).toBeCloseTo(25e9, -1);
  });

  it("holds about nine times in ten, over 400 months that were made up", () => {
    const random = seededRandom(5);
    const cost = () => BigInt(Math.round(DOLLAR_NUMBER * (0.5 + random())));
    let held = 0;
    for (let month = 0; month < 400; month += 1) {
      const history = historyOf(Array.from({ length: 28 }, cost));
      const costs = Array.from({ length: 20 }, cost);
      const facts = {
        spentNanos: 0n,
        daysLeft: datesFrom(28, 15),
        restOfToday: 1,
        history,
        slots: [{ count: 12, costs }],
      };
      const { lowNanos, highNanos } = told(facts);
      const real = Array.from({ length: 27 }, cost).reduce((sum, one) => sum + one, 0n);
      if (real >= lowNanos && real <= highNanos) held += 1;
    }
    expect(held / 400).toBeGreaterThan(0.84);
    expect(held / 400).toBeLessThan(0.97);
  });
});
