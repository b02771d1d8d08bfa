import { randomUUID } from "node:crypto";
import { type RecordedCall, recordUsage, type UsageCall } from "#domain/usage/record-usage.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { TestDatabase } from "../database.ts";
import { fixedClock } from "../fixed-clock.ts";
import { makeOrganization } from "./make-organization.ts";
import { makePrice } from "./make-price.ts";
import { makeProject } from "./make-project.ts";

const CALL_TOKENS = { uncachedInput: 1000, cacheRead: 0, cacheWrite: 0, output: 100 };

/** What a call that `makeCall` enters costs by the price of `makePrice`, in nano-dollars. */
export const CALL_COST = 4_500_000n;

/** Enters a call into the ledger, by the model of `makePrice` unless said otherwise. */
export async function makeCall(ctx: Ctx, overrides: Partial<UsageCall> = {}): Promise<RecordedCall> {
  const [recorded] = await inOrganization(ctx, (inside) => recordUsage(inside, [callToMake(overrides)]));
  if (!recorded) throw new Error("recordUsage answers for each call");
  return recorded;
}

/** Enters a call at each of the instants, all at once. */
export async function makeCalls(ctx: Ctx, instants: readonly Date[]): Promise<void> {
  const calls = instants.map((occurredAt) => callToMake({ occurredAt }));
  await inOrganization(ctx, (inside) => recordUsage(inside, calls));
}

function callToMake(overrides: Partial<UsageCall>): UsageCall {
  return {
    callKey: randomUUID(),
    purpose: "episode.write",
    provider: "test",
    model: "small",
    tokens: CALL_TOKENS,
    ...overrides,
  };
}

/** An organization with a price and a project, ready to make calls by a clock of its own. */
export async function makeLedger(
  database: TestDatabase,
  reportingZone = "UTC",
  now = "2026-11-20T06:30:00Z",
) {
  const clock = fixedClock(now);
  const made = await makeOrganization(database.app, { reportingZone, clock });
  await makePrice(made.ctx);
  const { id: projectId } = await makeProject(made.ctx, { title: "Quay" });
  return { ...made, clock, projectId };
}
