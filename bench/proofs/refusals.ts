import pLimit from "p-limit";
import type { Proof } from "../proof.ts";
import { findCases, undescribed } from "../safety/find-cases.ts";
import { judgeCase } from "../safety/judge-case.ts";
import { readBuild } from "../safety/read-build.ts";
import { rowHashes } from "../safety/row-hashes.ts";
import { tryBadCredentials } from "../safety/try-bad-credentials.ts";
import { makeTwoOrganizations } from "../safety/two-organizations.ts";
import { buildRoot, ROOT, withWebLab } from "../safety/web-lab.ts";

const AT_ONCE = 4;
const MOST_SHOWN = 40;

export const proof: Proof = {
  name: "refusals",
  says: "Every route, action and stream of the build refuses who may not, and answers as for what does not exist",
  quick: true,
  async run() {
    await buildRoot();
    const build = await readBuild(ROOT);
    const unknown = undescribed(build);
    for (const each of unknown) console.log(`not described in bench/safety: ${each}`);
    return withWebLab("refusals", ROOT, async ({ port, origin, database, admin, forgetLimits }) => {
      const scene = await makeTwoOrganizations(database.app);
      const victim = { organizationId: scene.victimId, userId: scene.victimOwnerId };
      const before = await rowHashes(admin, victim);
      const cases = findCases(build, scene, origin);
      const found: string[] = [];
      const limit = pLimit(AT_ONCE);
      await limit.map(cases, async (each, index) => {
        if (index % 20 === 0) await forgetLimits();
        for (const problem of await judgeCase(port, each)) {
          found.push(`${each.what} (${each.caller.name}): ${problem}`);
        }
      });
      const credentials = await tryBadCredentials(port, build, scene);
      found.push(...credentials.problems);
      const after = await rowHashes(admin, victim);
      for (const [table, hash] of Object.entries(before)) {
        if (after[table] !== hash) found.push(`rows of the other organisation changed: ${table}`);
      }
      for (const problem of found.slice(0, MOST_SHOWN)) console.log(problem.slice(0, 500));
      const isShown = found.length === 0 && unknown.length === 0;
      return {
        ok: isShown,
        figure:
          `${build.routes.length} routes and ${build.actions.length} actions of the build, ${cases.length} times refused, ` +
          `${credentials.tried} bad credentials; ${found.length} answered otherwise, ${unknown.length} not described; ` +
          `${Object.keys(before).length} sets of rows of the other organisation ${isShown ? "unchanged" : "compared"}`,
      };
    });
  },
};
