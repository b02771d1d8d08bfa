import { afterAll, beforeAll, expect, it } from "vitest";
import { raceForBudget } from "#testing/budget-race/race-for-budget.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it.each([
  ["the organization", 2, 90],
  ["each of four projects", 1, 300],
])(
  "a ceiling of %s is never passed by runs at once, is used up, and gets back what crashed runs had set aside",
  async (_, seed, runs) => {
    const race = await raceForBudget(database, seed, runs);
    expect(race.passed).toBe(0);
    expect(race.changes).toBeGreaterThan(race.settled);
    for (const { ceilingNanos, spentNanos } of race.ceilings) {
      expect(spentNanos).toBeLessThanOrEqual(ceilingNanos);
      expect(Number(spentNanos) / Number(ceilingNanos)).toBeGreaterThan(0.95);
    }
    expect(race.held).toBeGreaterThan(0);
    expect(race.longestDeadSeconds).toBeLessThanOrEqual(120);
  },
);
