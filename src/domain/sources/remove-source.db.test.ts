import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeReadySource, textFile } from "#testing/factories/make-source.ts";
import { getSource } from "./get-source.ts";
import { listSources } from "./list-sources.ts";
import { removeSource } from "./remove-source.ts";
import { restoreSource } from "./restore-source.ts";

const GUIDE = `# The quay\n\n${"The ferry left the quay late, and nobody knew why. ".repeat(40)}\n\n## The sea\n\nSee https://example.org/sea.\n`;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function makeScene() {
  const made = await makeOrganization(database.app);
  const { id: projectId } = await makeProject(made.ctx);
  return { ...made, projectId };
}

describe("reading, removing and taking back", () => {
  it("shows the passages page by page", async () => {
    const { ctx, projectId } = await makeScene();
    const sections = Array.from(
      { length: 120 },
      (_, at) => `## Part ${at}\n\nThe words of part ${at}.\n`,
    ).join("\n");
    const sourceId = await makeReadySource(ctx, projectId, textFile("parts.md", `# All\n\n${sections}`));
    const ordinals = async (fromOrdinal: number) =>
      (await getSource(ctx, { sourceId, fromOrdinal })).chunks.map((chunk) => chunk.ordinal);
    const pages = [...(await ordinals(0)), ...(await ordinals(50)), ...(await ordinals(100))];
    expect(pages).toEqual(Array.from({ length: 120 }, (_, at) => at));
  });

  it("names the episodes that quote a source; a removal leaves them as they are and can be taken back", async () => {
    const { ctx, projectId, organizationId } = await makeScene();
    const sourceId = await makeReadySource(ctx, projectId, textFile("guide.md", GUIDE));
    const episode = await inOrganization(ctx, async ({ tx }) => {
      const chunk = await tx.sourceChunk.findFirstOrThrow({ where: { sourceId } });
      const slotAt = new Date("2026-11-20T06:30:00Z");
      const queue = await tx.episodeScheduleQueue.create({
        data: { organizationId, projectId, occurrenceKey: "2026-11-20", slotAt, availableAt: slotAt },
      });
      const made = await tx.episode.create({
        data: {
          organizationId,
          projectId,
          queueId: queue.id,
          number: 1,
          title: "One",
          writer: "built-in",
          writerVersion: "1",
        },
      });
      for (const ordinal of [0, 1]) {
        const block = await tx.block.create({
          data: {
            organizationId,
            episodeId: made.id,
            ordinal,
            type: "QUOTE",
            markdown: "> late",
            html: "<p>late</p>",
          },
        });
        await tx.blockOrigin.create({
          data: { organizationId, blockId: block.id, kind: "PASSAGE", sourceChunkId: chunk.id },
        });
      }
      return made;
    });
    expect((await listSources(ctx, { projectId }))[0]?.usedInEpisodes).toBe(1);

    const removed = await removeSource(ctx, { sourceId });
    expect(removed.uses).toEqual([{ id: episode.id, number: 1, title: "One", status: episode.status }]);
    expect(await listSources(ctx, { projectId })).toEqual([]);
    await expect(getSource(ctx, { sourceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removeSource(ctx, { sourceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(
      await inOrganization(ctx, ({ tx }) =>
        tx.blockOrigin.count({ where: { block: { episodeId: episode.id } } }),
      ),
    ).toBe(2);

    await restoreSource(ctx, { sourceId });
    expect((await getSource(ctx, { sourceId })).status).toBe("READY");
    await expect(restoreSource(ctx, { sourceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("does not take back a text that was added anew", async () => {
    const { ctx, projectId } = await makeScene();
    const sourceId = await makeReadySource(ctx, projectId, textFile("guide.md", GUIDE));
    await removeSource(ctx, { sourceId });
    await makeReadySource(ctx, projectId, textFile("guide.md", GUIDE));
    await expect(restoreSource(ctx, { sourceId })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("answers another organization as if the source did not exist, and a reader not at all", async () => {
    const { ctx, projectId, ...made } = await makeScene();
    const sourceId = await makeReadySource(ctx, projectId, textFile("guide.md", GUIDE));
    const { ctx: stranger } = await makeOrganization(database.app);
    const reader = await asMember({ ctx, ...made }, "READER");
    for (const verb of [getSource, removeSource, restoreSource]) {
      const foreign = await verb(stranger, { sourceId }).catch((error: Error) => error);
      const missing = await verb(stranger, { sourceId: "0199b2a4-0000-7000-8000-000000000000" }).catch(
        (error: Error) => error,
      );
      expect(foreign).toMatchObject({ code: "NOT_FOUND" });
      expect(String(foreign)).toBe(String(missing));
      await expect(verb(reader, { sourceId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(listSources(stranger, { projectId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getSource(ctx, { sourceId })).status).toBe("READY");
  });
});
