import { parseArgs } from "node:util";
import { type RaceResult, raceForBudget } from "#testing/budget-race/race-for-budget.ts";
import { raceThroughDoor } from "#testing/budget-race/race-through-door.ts";
import { withDatabase } from "#testing/with-database.ts";
import type { Proof } from "../proof.ts";

const LEAST_USED = 0.95;
const LONGEST_DEAD_SECONDS = 120;

/** Every fifth race goes through the door to the models; the others reserve and settle directly. */
export const proof: Proof = {
  name: "budget-race",
  says: "500 runs at once that race for a ceiling with room for a few never pass it, use 95 % of it, and get back within two minutes what crashed ones had set aside",
  quick: false,

  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        runs: { type: "string", default: "500" },
        seeds: { type: "string", default: "20" },
        from: { type: "string", default: "1" },
      },
    });
    const [runs, seeds, from] = [Number(values.runs), Number(values.seeds), Number(values.from)];
    return withDatabase("budget-race", async (database) => {
      const races: RaceResult[] = [];
      for (let seed = from; seed < from + seeds; seed += 1) {
        const isThroughDoor = seed % 5 === 0;
        const race = await (isThroughDoor ? raceThroughDoor : raceForBudget)(database, seed, runs);
        races.push(race);
        console.log(`seed ${seed}${isThroughDoor ? ", through the door" : ""}: ${inWords(race)}`);
      }
      const passed = sum(races.map((race) => race.passed));
      const least = Math.min(...races.map(leastUsed));
      const dead = Math.max(...races.map((race) => race.longestDeadSeconds));
      const crashed = sum(races.map((race) => race.crashed));
      const changes = sum(races.map((race) => race.changes));
      const figure = `${seeds} races of ${runs} runs, ${crashed} crashed: passed ${passed} times in ${changes} changes of windows, ${percent(least)} of a ceiling used at least, the longest dead for ${Math.round(dead)} s`;
      const ok =
        passed === 0 && least >= LEAST_USED && dead <= LONGEST_DEAD_SECONDS && crashed > 0 && changes > 0;
      return { ok, figure };
    });
  },
};

function inWords(race: RaceResult): string {
  const { settled, crashed, held, ceilings, passed, changes, samples, longestDeadSeconds } = race;
  return `${settled} settled, ${crashed} crashed, ${held} held; ${percent(leastUsed(race))} used of ${ceilings.length === 1 ? "the ceiling" : `the least of ${ceilings.length} ceilings`}, passed ${passed} times (${changes} changes, ${samples} looks), dead for ${Math.round(longestDeadSeconds)} s at most`;
}

const leastUsed = ({ ceilings }: RaceResult): number =>
  Math.min(...ceilings.map(({ ceilingNanos, spentNanos }) => Number(spentNanos) / Number(ceilingNanos)));
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
