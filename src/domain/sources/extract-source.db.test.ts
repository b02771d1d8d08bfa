import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeSource, textFile } from "#testing/factories/make-source.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { addSources } from "./add-sources.ts";
import { extractSource } from "./extract-source.ts";
import { getSource } from "./get-source.ts";
import { removeSource } from "./remove-source.ts";

const GUIDE = `# The quay\n\n${"The ferry left the quay late, and nobody knew why. ".repeat(40)}\n\n## The sea\n\nSee https://example.org/sea.\n`;
const CALL =
  "WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ada>Shall we?\n\n00:03.000 --> 00:04.000\n<v Bea>We shall.\n";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function makeScene() {
  const made = await makeOrganization(database.app);
  const { id: projectId } = await makeProject(made.ctx);
  /** The same organization as the worker's job sees it. */
  const system = { db: database.worker, clock: fixedClock(), keys: testKeys };
  return { ...made, projectId, worker: actingFor(system, made.organizationId, "extract_source") };
}

const countRows = (ctx: Ctx) =>
  inOrganization(ctx, async ({ tx }) => [
    await tx.source.count(),
    await tx.sourceChunk.count(),
    await tx.userEvent.count(),
    await tx.auditLog.count(),
  ]);

describe("extracting a source", () => {
  it("stores a document's passages with their headings, and forgets the bytes", async () => {
    const { ctx, projectId, worker } = await makeScene();
    const sourceId = await makeSource(ctx, projectId, textFile("guide.md", GUIDE));
    expect(await extractSource(worker, { sourceId })).toBe("READY");
    const source = await getSource(ctx, { sourceId });
    expect(source).toMatchObject({
      status: "READY",
      language: "en",
      encoding: "UTF-8",
      chunkCount: source.chunks.length,
    });
    expect(source.chunks.at(-1)).toMatchObject({
      headingPath: ["The quay", "The sea"],
      turns: null,
      startMs: null,
    });
    expect(source.tokenCount).toBe(source.chunks.reduce((sum, chunk) => sum + chunk.tokenCount, 0));
    const row = await inOrganization(ctx, ({ tx }) =>
      tx.source.findUniqueOrThrow({ where: { id: sourceId } }),
    );
    expect(row).toMatchObject({ original: null, text: GUIDE, links: ["https://example.org/sea"] });
  });

  it("stores a transcript's turns with speakers and times", async () => {
    const { ctx, projectId, worker } = await makeScene();
    const sourceId = await makeSource(ctx, projectId, textFile("call.vtt", CALL));
    expect(await extractSource(worker, { sourceId })).toBe("READY");
    expect(await getSource(ctx, { sourceId })).toMatchObject({
      speakers: ["Ada", "Bea"],
      durationMs: 4000,
      chunks: [
        {
          text: "Ada: Shall we?\nBea: We shall.",
          startMs: 1000,
          endMs: 4000,
          turns: [
            { speaker: "Ada", startMs: 1000, endMs: 2500, text: "Shall we?" },
            { speaker: "Bea", startMs: 3000, endMs: 4000, text: "We shall." },
          ],
        },
      ],
    });
  });

  it("writes once when it runs twice at the same time, and does nothing when it runs again", async () => {
    const { ctx, projectId, worker } = await makeScene();
    const sourceId = await makeSource(ctx, projectId, textFile("guide.md", GUIDE));
    const outcomes = await Promise.all([1, 2, 3].map(() => extractSource(worker, { sourceId })));
    expect(outcomes.filter((outcome) => outcome === "READY")).toHaveLength(1);
    const before = await countRows(ctx);
    expect(await extractSource(worker, { sourceId })).toBeNull();
    expect(await countRows(ctx)).toEqual(before);
  });

  it("goes on after a worker that died in the middle, by a job that every start leaves behind for ten minutes later", async () => {
    const { ctx, projectId, worker } = await makeScene();
    const sourceId = await makeSource(ctx, projectId, textFile("guide.md", GUIDE));
    await extractSource(worker, { sourceId });
    const { rows } = await database.worker.pool.query(
      "select run_at from graphile_worker._private_jobs where payload->>'sourceId' = $1 order by run_at",
      [sourceId],
    );
    const now = worker.clock.now().getTime();
    expect(rows.map(({ run_at }) => run_at.getTime() - now)).toEqual([0, 600_000]);

    await inOrganization(ctx, async ({ tx }) => {
      await tx.sourceChunk.deleteMany({ where: { sourceId } });
      await tx.source.update({
        where: { id: sourceId },
        data: { status: "EXTRACTING", readyAt: null, original: new TextEncoder().encode(GUIDE) },
      });
    });
    expect(await extractSource(worker, { sourceId })).toBe("READY");
  });

  it("keeps the sentence of what could not be read, and the same file may come again", async () => {
    const { ctx, projectId, worker } = await makeScene();
    const silent = textFile(
      "silent.vtt",
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<c>\n\nNOTE words enough to pass\n",
    );
    const sourceId = await makeSource(ctx, projectId, silent);
    expect(await extractSource(worker, { sourceId })).toBe("FAILED");
    expect(await getSource(ctx, { sourceId })).toMatchObject({
      status: "FAILED",
      error: expect.stringContaining("no words"),
      chunks: [],
    });
    expect((await addSources(ctx, { projectId, sources: [silent] }))[0]?.outcome).toBe("ADDED");
  });

  it("does nothing for a source that was removed meanwhile, or that is another organization's", async () => {
    const { ctx, projectId, worker } = await makeScene();
    const sourceId = await makeSource(ctx, projectId, textFile("guide.md", GUIDE));
    expect(await extractSource((await makeScene()).worker, { sourceId })).toBeNull();
    await removeSource(ctx, { sourceId });
    expect(await extractSource(worker, { sourceId })).toBeNull();
    expect((await countRows(ctx))[1]).toBe(0);
  });
});
