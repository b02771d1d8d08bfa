import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { sentenceVectors, VECTOR_MODEL } from "#platform/language/sentence-vectors.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { type MadeOrganization, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { seededRandom } from "#testing/seeded-random.ts";
import { packVector } from "./internal/memory/pack-vector.ts";
import { listMemories } from "./list-memories.ts";
import { recallMemories } from "./recall-memories.ts";
import { searchMemories } from "./search-memories.ts";

const MANY = 5000;

let database: TestDatabase;
let made: MadeOrganization;
let projectId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  made = await makeOrganization(database.app);
  projectId = (await makeProject(made.ctx)).id;
  const [ferry = []] = await sentenceVectors(["The ferry leaves the quay at nine."]);
  const random = seededRandom(5);
  const rows = Array.from({ length: MANY }, (_, at) => {
    const vector = at === 0 ? ferry : ferry.map(() => random() - 0.5);
    return {
      organizationId: made.organizationId,
      projectId,
      kind: "FACT" as const,
      status: "ACTIVE" as const,
      text: at === 0 ? "The ferry leaves the quay at nine." : `Fact number ${at} says something of its own.`,
      origin: "PERSON" as const,
      approvedAt: made.ctx.clock.now(),
      vector: packVector(vector),
      vectorModel: VECTOR_MODEL,
    };
  });
  await inOrganization(made.ctx, ({ tx }) => tx.agentMemory.createMany({ data: rows }));
});
afterAll(() => database.drop());

/** The quickest of some runs, in milliseconds: the others have met what else runs on this machine. */
async function quickestOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < 5; at++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

describe(`a project with ${MANY} memories`, () => {
  it("is searched by meaning in no time that a person would notice", async () => {
    const ask = (text: string) => searchMemories(made.ctx, { projectId, text });
    expect((await ask("when does the boat depart"))[0]?.text).toBe("The ferry leaves the quay at nine.");
    const all = await quickestOf(() => ask("when does the boat depart"));
    // What it takes depends on what else runs; the bound tells whether it grew out of proportion.
    expect(all).toBeLessThan(1000);
  });

  it("is listed and recalled quickly too", async () => {
    const list = await quickestOf(() => listMemories(made.ctx, { projectId }));
    const { id: queueId } = await makeRun(made.ctx, projectId);
    const [vector = []] = await sentenceVectors(["ferries"]);
    const now = made.ctx.clock.now();
    const recall = await quickestOf(() =>
      inOrganization(made.ctx, (inside) =>
        recallMemories(inside, { projectId, queueId, vector, now, budgetTokens: 1500 }),
      ),
    );
    expect(list).toBeLessThan(1000);
    expect(recall).toBeLessThan(5000);
  });
});
