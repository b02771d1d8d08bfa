import { parseArgs } from "node:util";
import { withDatabase } from "#testing/with-database.ts";
import { judgeOutage, MOST_OVER_STEADY, steadyRate } from "../outage/judge-outage.ts";
import { liveThroughOutage, type Outage } from "../outage/live-through-outage.ts";
import type { Proof } from "../proof.ts";

/** Claim, writer and the door to the models as they are, by a clock that leaps over the waits. */
export const proof: Proof = {
  name: "provider-outage",
  says: "1,000 due episodes outlive ten minutes of 429 and 503: Retry-After is obeyed, no burst, none lost, none doubled, none paid for twice",
  quick: false,

  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        organizations: { type: "string", default: "40" },
        projects: { type: "string", default: "25" },
        workers: { type: "string", default: "4" },
        from: { type: "string", default: "60" },
        minutes: { type: "string", default: "10" },
      },
    });
    const fromSecond = Number(values.from);
    const outage: Outage = {
      organizations: Number(values.organizations),
      projectsOfEach: Number(values.projects),
      workers: Number(values.workers),
      runsAtATime: 20,
      takeEverySeconds: 1,
      fromSecond,
      untilSecond: fromSecond + Number(values.minutes) * 60,
    };
    console.log(
      `${outage.workers} workers with ${outage.runsAtATime} runs each ask ${steadyRate(outage)} times a second; ${MOST_OVER_STEADY * steadyRate(outage)} in any second would be a burst`,
    );
    return withDatabase("provider-outage", async (database) => {
      const judged = await judgeOutage(database, outage, await liveThroughOutage(database, outage));
      for (const fault of judged.faults.slice(0, 20)) console.log(fault);
      const figure = `${judged.runs} episodes, ${judged.requests} requests, ${judged.refused} refused (${judged.told} with Retry-After), at most ${judged.busiestSecond} in a second where ${judged.steadyPerSecond} are the rule, drained ${Math.round(judged.drainedAfterSeconds)} s after the outage, ${judged.faults.length} faults`;
      return { ok: judged.faults.length === 0 && judged.refused > 0 && judged.told > 0, figure };
    });
  },
};
