import { PURPOSES, type Purpose } from "#domain/usage/purposes.ts";
import type { UsageCall } from "#domain/usage/record-usage.ts";
import type { Ctx } from "#platform/context.ts";
import type { System } from "#platform/system.ts";
import type { TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { seededRandom } from "#testing/seeded-random.ts";
import { testKeys } from "#testing/test-keys.ts";

export type IngestCall = UsageCall & {
  projectId: string;
  occurredAt: Date;
  tokens: Required<UsageCall["tokens"]>;
};

/** An organization whose last days bring many calls. */
export interface IngestScene {
  ctx: Ctx;
  worker: System;
  priceId: string;
  calls: IngestCall[];
}

const PROJECTS = 10;
const MILLISECONDS = 3 * 86_400_000;

export async function makeIngestScene(database: TestDatabase, count: number): Promise<IngestScene> {
  const clock = fixedClock("2026-11-20T12:00:00Z");
  const { ctx } = await makeOrganization(database.app, { reportingZone: "Europe/Berlin", clock });
  const price = await makePrice(ctx);
  const projects: string[] = [];
  for (let index = 0; index < PROJECTS; index += 1)
    projects.push((await makeProject(ctx, { title: `Project ${index}` })).id);
  const purposes = Object.keys(PURPOSES) as Purpose[];
  const random = seededRandom(count);
  const calls = Array.from({ length: count }, (_, index): IngestCall => {
    const output = Math.floor(random() * 3_000);
    return {
      callKey: `call ${index}`,
      purpose: purposes[index % purposes.length] ?? "episode.write",
      provider: "test",
      model: "small",
      projectId: projects[Math.floor(random() * PROJECTS)] ?? "",
      tokens: {
        uncachedInput: Math.floor(random() * 20_000),
        cacheRead: Math.floor(random() * 20_000),
        cacheWrite: 0,
        output,
        reasoning: Math.floor(output / 3),
      },
      durationMs: 900,
      occurredAt: new Date(clock.now().getTime() - Math.floor(MILLISECONDS * (1 - index / count))),
    };
  });
  return { ctx, calls, priceId: price.id, worker: { db: database.worker, clock, keys: testKeys } };
}
