import type { TestDatabase } from "#testing/database.ts";
import { answersOf, type Judgement, judgeSeason } from "./judge-season.ts";
import type { Found } from "./judge-wishes.ts";
import { passSeason } from "./pass-season.ts";
import { printSeason } from "./print-season.ts";
import { readSeason, type ToldSeason } from "./read-season.ts";
import type { Season } from "./scripted-note.ts";
import { openSeason } from "./season-scene.ts";

export interface Lived extends Judgement {
  told: ToldSeason;
  figure: string;
}

/** Lives through a season, judges it, and prints it unless it is to be quiet. */
export async function liveSeason(
  database: TestDatabase,
  season: Season,
  options: Parameters<typeof openSeason>[2] & { isQuiet?: boolean } = {},
): Promise<Lived> {
  const scene = await openSeason(database, season, options);
  const passed = await passSeason(scene, (line) => {
    if (!options.isQuiet) console.log(line);
  });
  const told = await readSeason(scene);
  const judgement = judgeSeason(scene, told, passed);
  if (!options.isQuiet) printSeason(judgement, told, passed.surprises);
  return { ...judgement, told, figure: say(judgement, told) };
}

/** A wish that was used, and about something that could move: of what was never told there can't be less. */
function isMoved<Plan extends { outcome: string; found: Found | null }>(
  plan: Plan,
): plan is Plan & { found: Found } {
  const { outcome, found } = plan;
  return outcome === "USED" && found !== null && !(found.before === 0 && found.after === 0);
}

function say({ judged, faults, honoured, honourable }: Judgement, { episodes }: ToldSeason): string {
  const answers = answersOf(judged);
  const count = (...statuses: string[]) => judged.filter(({ note }) => statuses.includes(note.status)).length;
  const moved = (kind: "MORE" | "LESS") => {
    const found = judged.flatMap(({ script, note, plans }) =>
      script.wish.kind === kind && note.mergedIntoId === null
        ? plans.flatMap((plan) => (isMoved(plan) ? [plan.found] : []))
        : [],
    );
    const mean = (of: (typeof found)[number][], side: "before" | "after") =>
      `${((of.reduce((sum, one) => sum + (one[side] ?? 0), 0) / Math.max(1, of.length)) * 100).toFixed(1)} %`;
    return `${mean(found, "before")} → ${mean(found, "after")} (${found.filter(({ isTrue }) => isTrue).length} of ${found.length})`;
  };
  return [
    `${episodes.length} episodes, ${judged.length} notes: ${count("USED")} used, ${count("PARTLY_USED")} in part, ${count("DECLINED")} declined with a reason, ${count("WITHDRAWN")} withdrawn`,
    `${honoured} of ${honourable} that a writer can honour`,
    `${answers.right} of ${answers.all} answers right`,
    `“more of” ${moved("MORE")}, “less of” ${moved("LESS")}`,
    `${faults.length} faults`,
  ].join("; ");
}
