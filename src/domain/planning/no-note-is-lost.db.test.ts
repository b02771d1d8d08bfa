import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { raceNotes } from "#testing/note-race/race-notes.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it.each([7])(
  "whatever people, runs and the understanding of notes do at once, no note is lost, none is used twice, and each step is told (seed %i)",
  async (seed) => {
    const { broken, outcomes, episodes, statuses } = await raceNotes(database, seed, 50);
    expect(broken).toEqual([]);
    expect(episodes).toBeGreaterThan(3);
    for (const deed of ["submit", "understand", "edit", "withdraw", "settle", "accept", "reopen", "run"]) {
      expect(outcomes[`${deed} done`], deed).toBeGreaterThan(0);
    }
    expect(statuses).toMatchObject({ USED: expect.any(Number), DECLINED: expect.any(Number) });
  },
  120_000,
);
