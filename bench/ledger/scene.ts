import type { Ctx } from "#platform/context.ts";
import type { System } from "#platform/system.ts";
import type { TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";

/** Half-hour and quarter-hour zones, days of 23, 23½, 24½ and 25 hours, changes at midnight, and both hemispheres. */
const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Africa/Cairo",
  "America/St_Johns",
];
const PROJECTS = 3;
const EPISODES_OF_A_PROJECT = 3;

/** The prices of the scene: `large` becomes dearer in June, and `unpriced` never has one. */
export const PRICES = [
  {
    model: "small",
    validFrom: "2000-01-01T00:00:00Z",
    perMillion: [150_000_001n, 75_000_000n, 187_500_000n, 600_000_000n],
  },
  {
    model: "large",
    validFrom: "2000-01-01T00:00:00Z",
    perMillion: [3_000_000_000n, 300_000_000n, 3_750_000_000n, 15_000_000_000n],
  },
  {
    model: "large",
    validFrom: "2026-06-01T00:00:00Z",
    perMillion: [5_000_000_000n, 500_000_000n, 6_250_000_000n, 25_000_000_000n],
  },
] as const;

/** One organization that calls are made for. */
export interface SceneOrganization {
  ctx: Ctx;
  organizationId: string;
  /** Its reporting zone in the end; the first organization begins in another. */
  zone: string;
  projects: { id: string; episodeIds: string[] }[];
  people: (string | null)[];
}

export interface LedgerScene {
  organizations: SceneOrganization[];
  worker: System;
}

/** Organizations in many zones, with prices, projects, episodes and people, at an instant after all calls. */
export async function makeLedgerScene(database: TestDatabase, zones = ZONES): Promise<LedgerScene> {
  const clock = fixedClock("2026-11-20T12:00:00Z");
  const organizations: SceneOrganization[] = [];
  for (const zone of zones) {
    const made = await makeOrganization(database.app, { reportingZone: zone, clock });
    const { ctx, organizationId, userId } = made;
    for (const { model, validFrom, perMillion } of PRICES) {
      const [uncachedInput, cacheRead, cacheWrite, output] = perMillion;
      await makePrice(ctx, {
        model,
        validFrom: new Date(validFrom),
        uncachedInputNanosPerMillion: uncachedInput,
        cacheReadNanosPerMillion: cacheRead,
        cacheWriteNanosPerMillion: cacheWrite,
        outputNanosPerMillion: output,
      });
    }
    const projects: SceneOrganization["projects"] = [];
    for (let index = 0; index < PROJECTS; index += 1) {
      const { id } = await makeProject(ctx, { title: `Project ${index}` });
      const episodeIds: string[] = [];
      for (let number = 1; number <= EPISODES_OF_A_PROJECT; number += 1)
        episodeIds.push((await makeEpisode(ctx, id, { number })).id);
      projects.push({ id, episodeIds });
    }
    const { actor } = await asMember(made, "EDITOR");
    const people = [null, userId, actor.kind === "user" ? actor.userId : null];
    organizations.push({ ctx, organizationId, zone, projects, people });
  }
  return { organizations, worker: { db: database.worker, clock, keys: testKeys } };
}
