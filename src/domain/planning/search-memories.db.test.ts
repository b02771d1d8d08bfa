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
      validFrom: made.ctx.clock.now(),
      vector: packVector(vector),
      vectorModel: VECTOR_MODEL,
    };
  });
  await inOrganization(made.ctx, ({ tx }) => tx.agentMemory.createMany({ data: rows }));
});
afterAll(() => database.drop());

describe(`a project with ${MANY} memories`, () => {
  it("finds by meaning the one that says it in other words, and no more than a page", async () => {
    const found = await searchMemories(made.ctx, { projectId, text: "when does the boat depart" });
    expect(found[0]?.text).toBe("The ferry leaves the quay at nine.");
    expect(found.length).toBeLessThanOrEqual(30);
  });

  it("is listed a page at a time, and recalled within its tokens", async () => {
    const first = await listMemories(made.ctx, { projectId });
    expect(first.memories).toHaveLength(50);
    expect(first.next).not.toBeNull();
    const { id: queueId } = await makeRun(made.ctx, projectId);
    const [vector = []] = await sentenceVectors(["ferries"]);
    const recalled = await inOrganization(made.ctx, (inside) =>
      recallMemories(inside, { projectId, queueId, vector, now: made.ctx.clock.now(), budgetTokens: 200 }),
    );
    expect(recalled[0]?.text).toBe("The ferry leaves the quay at nine.");
    expect(recalled.length).toBeLessThan(30);
  });
});
