import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { liveModelSeason } from "./live-model-season.ts";
import { type Lived, liveSeason } from "./live-season.ts";
import { townSeason } from "./town-season.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The short form of the proofs `season` and `season-model`. */
it.each<[writer: string, live: typeof liveSeason]>([
  ["built-in", liveSeason],
  ["model", liveModelSeason],
])(
  "a season of the %s writer ends every note with a reason, moves shares as asked and tells nothing twice",
  async (_, live) => {
    const lived: Lived = await live(database, await townSeason(), { isQuiet: true });
    expect(lived.faults).toEqual([]);
    expect(lived.told.episodes).toHaveLength(6);
    expect(lived.judged).toHaveLength(17);
    expect(lived.judged.some(({ note }) => note.status === "DECLINED" && note.settledById === null)).toBe(
      true,
    );
  },
  60_000,
);
