import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { sentenceVectors, VECTOR_MODEL } from "#platform/language/sentence-vectors.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeMemory } from "#testing/factories/make-memory.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { forgetMemories } from "./forget-memories.ts";
import { packVector } from "./internal/memory/pack-vector.ts";
import { recallMemories } from "./recall-memories.ts";
import { type CoveredTopic, recordCovered } from "./record-covered.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function makeScene() {
  const { ctx } = await makeOrganization(database.app);
  const { id: projectId } = await makeProject(ctx);
  const { id: queueId } = await makeRun(ctx, projectId);
  const recall = (over: { budgetTokens?: number; vector?: number[] | null; queueId?: string } = {}) =>
    inOrganization(ctx, (inside) =>
      recallMemories(inside, {
        projectId,
        queueId,
        vector: null,
        now: ctx.clock.now(),
        budgetTokens: 1000,
        ...over,
      }),
    );
  const uses = () =>
    inOrganization(ctx, ({ tx }) =>
      tx.memoryUse.findMany({
        where: { projectId },
        orderBy: { rank: "asc" },
        select: { memoryId: true, queueId: true, rank: true, score: true },
      }),
    );
  return { ctx, projectId, queueId, recall, uses };
}

describe("recalling", () => {
  it("keeps what was used and why, and says the same again for the same run", async () => {
    const { ctx, projectId, queueId, recall, uses } = await makeScene();
    const texts = ["The ferry leaves at nine.", "Apprentices read this series.", "The canteen serves soup."];
    const vectors = await sentenceVectors(texts);
    for (const [at, text] of texts.entries()) {
      const vector = packVector(vectors[at] ?? []);
      await makeMemory(ctx, projectId, { text, vector, vectorModel: VECTOR_MODEL });
    }
    const [vector = []] = await sentenceVectors(["When do the boats depart?"]);
    const first = await recall({ vector });
    expect(first[0]).toMatchObject({ text: texts[0], kind: "FACT", directive: null });
    const kept = await uses();
    expect(kept.map(({ memoryId }) => memoryId)).toEqual(first.map(({ id }) => id));
    expect(kept.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(kept.every((use) => use.queueId === queueId && use.score <= 0.5)).toBe(true);
    expect(await recall({ vector })).toEqual(first);
    expect(await uses()).toEqual(kept);
  });

  it("leaves out what is proposed, superseded, forgotten or over, and what is of another project", async () => {
    const { ctx, projectId, recall, uses } = await makeScene();
    const now = ctx.clock.now();
    const hour = 3_600_000;
    const good = await makeMemory(ctx, projectId, { text: "Holds." });
    await makeMemory(ctx, projectId, { text: "Proposed.", status: "PROPOSED" });
    await makeMemory(ctx, projectId, { text: "Old.", status: "SUPERSEDED", supersededById: good.id });
    await makeMemory(ctx, projectId, { text: "Gone.", status: "FORGOTTEN", forgottenAt: now });
    await makeMemory(ctx, projectId, {
      text: "Over.",
      validFrom: new Date(now.getTime() - hour),
      validUntil: now,
    });
    await makeMemory(ctx, (await makeProject(ctx)).id, { text: "Elsewhere." });
    expect((await recall()).map(({ text }) => text)).toEqual(["Holds."]);
    await forgetMemories(ctx, { memories: [{ memoryId: good.id, revision: 1 }] });
    expect(await recall()).toEqual([]);
    expect(await uses()).toEqual([]);
  });
});

describe("what an episode covers", () => {
  const topic = (text: string): CoveredTopic => ({ text, terms: [text.toLowerCase()], vector: null });

  async function coverScene() {
    const scene = await makeScene();
    const { ctx, projectId } = scene;
    const { id: episodeId } = await makeEpisode(ctx, projectId, { number: 1 });
    const cover = (...topics: string[]) =>
      inOrganization(ctx, (inside) =>
        recordCovered(inside, { projectId, episodeId, topics: topics.map(topic) }),
      );
    const active = () =>
      inOrganization(ctx, async ({ tx }) => {
        const where = { projectId, status: "ACTIVE", kind: "COVERED_TOPIC" } as const;
        const rows = await tx.agentMemory.findMany({ where, orderBy: { text: "asc" } });
        return rows.map(({ id, text, revision }) => ({ memoryId: id, text, revision }));
      });
    return { ...scene, episodeId, cover, active };
  }
  const textsOf = (rows: { text: string }[]) => rows.map(({ text }) => text);

  it("is active at once, as code's own, and replaced when the episode is written again", async () => {
    const { cover, active } = await coverScene();
    await cover("Dredging", "Tickets");
    await cover("Dredging", "Tickets");
    expect(textsOf(await active())).toEqual(["Dredging", "Tickets"]);
    await cover("Dredging", "Cranes");
    expect(textsOf(await active())).toEqual(["Cranes", "Dredging"]);
    await cover("Tickets");
    expect(textsOf(await active())).toEqual(["Tickets"]);
  });

  it("keeps what an earlier brief used on record, what was pinned, and what an editor had forgotten forgotten", async () => {
    const { ctx, cover, active, recall, uses } = await coverScene();
    await cover("Dredging", "Tickets", "Cranes");
    await recall();
    const [cranes, dredging] = await active();
    if (!cranes || !dredging) throw new Error("nothing was covered");
    await forgetMemories(ctx, { memories: [cranes] });
    await inOrganization(ctx, ({ tx }) =>
      tx.agentMemory.updateMany({ where: { id: dredging.memoryId }, data: { isPinned: true } }),
    );
    await cover("Cranes");
    expect(textsOf(await active())).toEqual(["Dredging"]);
    expect(await uses()).toHaveLength(3);
    await cover("Tickets");
    expect(textsOf(await active())).toEqual(["Dredging", "Tickets"]);
  });

  it("does not crowd out what was learnt, and carries neither addresses nor markup", async () => {
    const { ctx, projectId, cover, active, recall } = await coverScene();
    await makeMemory(ctx, projectId, { text: "Write for apprentices.", kind: "STYLE", importance: 1 });
    await cover(
      "See <b>https://evil.example/x</b> [now]",
      ...Array.from({ length: 40 }, (_, at) => `T${at}`),
    );
    const topics = textsOf(await active());
    expect(topics).toHaveLength(20);
    expect(topics.join(" ")).not.toMatch(/[<>[\]]|http/);
    const recalled = await recall();
    expect(recalled[0]?.text).toBe("Write for apprentices.");
    expect(recalled.filter(({ kind }) => kind === "COVERED_TOPIC")).toHaveLength(8);
  });
});
