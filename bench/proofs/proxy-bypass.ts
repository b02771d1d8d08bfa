import pLimit from "p-limit";
import type { Proof } from "../proof.ts";
import { ask, fromOurPage } from "../safety/ask.ts";
import { SHAPES } from "../safety/bypass-shapes.ts";
import { DESCRIBED_ROUTES } from "../safety/described-routes.ts";
import { addressOf, findCases, undescribed } from "../safety/find-cases.ts";
import { judgeAnswer, judgeCase } from "../safety/judge-case.ts";
import { type Build, readBuild } from "../safety/read-build.ts";
import { rowHashes } from "../safety/row-hashes.ts";
import { type Caller, makeTwoOrganizations, type Scene } from "../safety/two-organizations.ts";
import { buildRoot, ROOT, type WebLab, withWebLab } from "../safety/web-lab.ts";
import { copyWithoutProxy } from "../safety/without-proxy.ts";

const AT_ONCE = 4;
const MOST_SHOWN = 30;
const WITHOUT_IDS = ["/", "/projects", "/members", "/audit/export", "/commands", "/account/data/download"];

export const proof: Proof = {
  name: "proxy-bypass",
  says: "The same refusals without Next's proxy file, and by every known way around one",
  quick: false,
  async run() {
    await buildRoot();
    const build = await readBuild(ROOT);
    const bare = await copyWithoutProxy(ROOT);
    try {
      const shaped = await withWebLab("bypass", ROOT, (lab) => tryShapes(lab, build, true));
      const without = await withWebLab("no-proxy", bare.folder, (lab) => tryShapes(lab, build, false));
      const refused = await withWebLab("no-proxy", bare.folder, (lab) => tryRefusals(lab, build));
      const all = [shaped, without, refused];
      const problems = [...undescribed(build), ...all.flatMap((each) => each.problems)];
      for (const problem of problems.slice(0, MOST_SHOWN)) console.log(problem.slice(0, 500));
      return {
        ok: problems.length === 0,
        figure:
          `${SHAPES.length} shapes: ${shaped.tried} requests with the proxy, ${without.tried} without; ` +
          `${refused.tried} refusals without it; ${problems.length} let something through`,
      };
    } finally {
      await bare.remove();
    }
  },
};

interface Outcome {
  tried: number;
  problems: string[];
}

async function tryShapes(
  { port, origin, database, admin, forgetLimits }: WebLab,
  build: Build,
  hasProxy: boolean,
): Promise<Outcome> {
  const page = await ask(port, { path: "/sign-in" });
  if (page.policy.includes("nonce-") !== hasProxy) {
    return { tried: 0, problems: [`the proxy file is ${hasProxy ? "not there" : "still there"}`] };
  }
  const scene = await makeTwoOrganizations(database.app);
  const before = JSON.stringify(await rowHashes(admin, victimOf(scene)));
  const problems: string[] = [];
  const questions = scene.callers
    .slice(0, 2)
    .flatMap((caller) =>
      guardedPaths(build, scene, caller).flatMap((path) => SHAPES.map((shape) => ({ caller, path, shape }))),
    );
  const limit = pLimit(AT_ONCE);
  await limit.map(questions, async ({ caller, path, shape }, index) => {
    if (index % 50 === 0) await forgetLimits();
    if (index % 500 === 0) console.log(`${index} of ${questions.length} requests`);
    const shaped = shape.of(path);
    const headers = {
      ...fromOurPage(origin),
      ...(caller.cookie ? { cookie: caller.cookie } : {}),
      ...shaped.headers,
    };
    const answer = await ask(port, { ...shaped, headers, isStream: /\/(?:session-)?events$/.test(path) });
    // Where somebody else's own page may answer, only what it tells of the first organization counts.
    const judged = { caller, asked: shaped, mayAnswer: true, isAction: false };
    for (const problem of judgeAnswer(judged, answer)) {
      problems.push(`${path} (${caller.name}) by ${shape.name}: ${problem}`);
    }
    if (caller.role === null && answer.status === 200 && isOurs(answer.body) && shaped.path !== "/sign-in") {
      problems.push(`${path} (signed out) by ${shape.name}: a page inside answers`);
    }
  });
  if (JSON.stringify(await rowHashes(admin, victimOf(scene))) !== before) problems.push("rows changed");
  return { tried: questions.length, problems };
}

async function tryRefusals(
  { port, origin, database, admin, forgetLimits }: WebLab,
  build: Build,
): Promise<Outcome> {
  const scene = await makeTwoOrganizations(database.app);
  const before = JSON.stringify(await rowHashes(admin, victimOf(scene)));
  const cases = findCases(build, scene, origin);
  const problems: string[] = [];
  const limit = pLimit(AT_ONCE);
  await limit.map(cases, async (each, index) => {
    if (index % 20 === 0) await forgetLimits();
    for (const problem of await judgeCase(port, each)) {
      problems.push(`without the proxy: ${each.what} (${each.caller.name}): ${problem}`);
    }
  });
  if (JSON.stringify(await rowHashes(admin, victimOf(scene))) !== before) problems.push("rows changed");
  return { tried: cases.length, problems };
}

/** The frame of pages for people who are signed in. */
function isOurs(body: string): boolean {
  return body.includes("Episodic, home");
}

/** Every guarded path that names something; signed out, also some that do not: they are all guarded alike. */
function guardedPaths({ routes }: Build, scene: Scene, { role }: Caller): string[] {
  return routes.flatMap(({ pattern }) => {
    const route = DESCRIBED_ROUTES[pattern];
    if (!route || route.who === "anyone") return [];
    const segments = Object.entries(route.ids ?? {}).filter(([name]) => pattern.includes(`[${name}]`));
    if (segments.length === 0 && (role !== null || !WITHOUT_IDS.includes(pattern))) return [];
    const ids = segments.map(([name, kind]) => [name, scene.victim[kind]] as const);
    return [addressOf(pattern, route, Object.fromEntries(ids))];
  });
}

function victimOf({ victimId, victimOwnerId }: Scene) {
  return { organizationId: victimId, userId: victimOwnerId };
}
