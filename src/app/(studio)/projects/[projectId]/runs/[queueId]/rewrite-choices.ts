import { PHASE_NAMES } from "#app/(studio)/_components/run-phases.ts";
import type { getRun } from "#domain/schedule/get-run.ts";
import { mayRewrite } from "#domain/schedule/states.ts";
import type { listRunUsage } from "#domain/usage/list-run-usage.ts";
import { formatDuration } from "#ui/format/format-duration.ts";
import type { RewriteChoice } from "./_components/rewrite-form.tsx";
import { sayCost } from "./say-cost.ts";

type Run = Pick<Awaited<ReturnType<typeof getRun>>, "status" | "phases" | "episode">;

const FROM: Record<string, string> = {
  GATHER: "Gathering",
  OUTLINE: "Outlining",
  WRITE: "Writing",
  CHECK: "Checking",
  FINISH: "Finishing",
};

/** The phases that a run can be written again from: those it came to, each with what it and those after it took last time. */
export function rewriteChoices(run: Run, usage: Awaited<ReturnType<typeof listRunUsage>>): RewriteChoice[] {
  if (!mayRewrite(run.status) || !run.episode) return [];
  const isDone = (name: string) => run.phases.some((each) => each.phase === name && each.status === "DONE");
  // Where all sources were told, nothing comes behind gathering: it has to look again.
  const reached = run.status === "SKIPPED" ? 0 : PHASE_NAMES.findIndex(([key]) => !isDone(key));
  const choices = PHASE_NAMES.slice(0, reached < 0 ? undefined : reached + 1);
  return choices.map(([key], at) => {
    const after = PHASE_NAMES.slice(at).map(([name]) => name as string);
    const used = usage.filter(({ phase }) => phase !== null && after.includes(phase));
    const spent = sayCost({
      costNanos: used.reduce((sum, { costNanos }) => sum + costNanos, 0n),
      unpricedCount: used.reduce((sum, { unpricedCount }) => sum + unpricedCount, 0),
    });
    const taken = run.phases
      .filter(({ phase, finishedAt }) => after.includes(phase) && finishedAt !== null)
      .reduce(
        (sum, { startedAt, finishedAt }) => sum + ((finishedAt?.getTime() ?? 0) - startedAt.getTime()),
        0,
      );
    const cost = spent === null ? "cost nothing" : `cost ${spent}`;
    return {
      value: key,
      label: FROM[key] ?? key,
      hint: `From here on it took ${formatDuration(taken)} and ${cost} so far.`,
    };
  });
}
