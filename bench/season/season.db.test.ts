import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { liveModelSeason } from "./live-model-season.ts";
import { type Lived, liveSeason } from "./live-season.ts";
import type { ScriptedNote } from "./scripted-note.ts";
import { townSeason } from "./town-season.ts";

/** As many as hold a note of each kind; the proofs live through more. */
const EPISODES = 5;

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
    const town = await townSeason();
    const isInTime = ({ day, isLate }: ScriptedNote) => day + (isLate ? 1 : 0) <= EPISODES;
    const season = { ...town, episodes: EPISODES, notes: town.notes.filter(isInTime) };
    const lived: Lived = await live(database, season, { isQuiet: true });
    expect(lived.faults).toEqual([]);
    expect(lived.told.episodes).toHaveLength(EPISODES);
    expect(lived.judged).toHaveLength(season.notes.length);
    expect(lived.judged.some(({ note }) => note.status === "DECLINED" && note.settledById === null)).toBe(
      true,
    );
  },
  120_000,
);
