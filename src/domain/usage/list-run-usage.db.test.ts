import { afterAll, beforeAll, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { listRunUsage } from "./list-run-usage.ts";
import { recordUsage } from "./record-usage.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("sums what each phase of one run used over all its attempts, for editors of its organization alone", async () => {
  const made = await makeOrganization(database.app);
  const { ctx } = made;
  await makePrice(ctx);
  const project = await makeProject(ctx);
  const run = await makeRun(ctx, project.id);
  const other = await makeRun(ctx, project.id, { occurrenceKey: "2026-11-19" });
  const calls = [
    ["a", run.id, "GATHER"],
    ["b", run.id, "WRITE"],
    ["c", run.id, "WRITE"],
    ["d", other.id, "WRITE"],
  ] as const;
  for (const [callKey, queueId, phase] of calls) {
    await inOrganization(ctx, (inside) =>
      recordUsage(inside, [
        {
          callKey,
          queueId,
          phase,
          projectId: project.id,
          purpose: "episode.write",
          provider: "test",
          model: "small",
          tokens: { uncachedInput: 1000, cacheRead: 200, cacheWrite: 30, output: 4 },
        },
      ]),
    );
  }
  const used = await listRunUsage(ctx, { queueId: run.id });
  const byPhase = Object.fromEntries(used.map(({ phase, ...sums }) => [phase, sums]));
  expect(byPhase).toMatchObject({
    GATHER: { tokensRead: 1230, tokensWritten: 4 },
    WRITE: { tokensRead: 2460, tokensWritten: 8 },
  });
  expect(byPhase.WRITE?.costNanos).toBe(2n * (byPhase.GATHER?.costNanos ?? 0n));

  const elsewhere = await makeOrganization(database.app);
  expect(await listRunUsage(elsewhere.ctx, { queueId: run.id })).toEqual([]);
  const reader = await asMember(made, "READER");
  await expect(listRunUsage(reader, { queueId: run.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
