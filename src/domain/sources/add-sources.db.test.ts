import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeReadySource, makeSource, textFile } from "#testing/factories/make-source.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { addSources } from "./add-sources.ts";
import { listSources } from "./list-sources.ts";
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

async function waitingJobs(sourceId: string): Promise<unknown[]> {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const { rows } = await admin.query(
    "select t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where j.payload->>'sourceId' = $1",
    [sourceId],
  );
  await admin.end();
  return rows;
}

describe("adding sources", () => {
  it("answers for each file by itself, and each that is taken waits for its passages with a job, an event and an audit row", async () => {
    const { ctx, projectId } = await makeScene();
    const outcomes = await addSources(ctx, {
      projectId,
      sources: [
        textFile("guide.md", GUIDE),
        textFile("empty.txt", ""),
        textFile("call.txt", CALL),
        { title: "From the wiki", text: "Ferries \u0000sail." },
        textFile("again.md", `\uFEFF${GUIDE.replaceAll("\n", "\r\n")}`),
      ],
    });
    const listed = await listSources(ctx, { projectId });
    expect(outcomes).toEqual([
      { name: "guide.md", outcome: "ADDED", sourceId: expect.any(String), warnings: [] },
      { name: "empty.txt", outcome: "REFUSED", message: expect.stringContaining("it is empty") },
      { name: "call.txt", outcome: "ADDED", sourceId: expect.any(String), warnings: [] },
      {
        name: "From the wiki",
        outcome: "ADDED",
        sourceId: expect.any(String),
        warnings: [expect.stringContaining("NUL")],
      },
      {
        name: "again.md",
        outcome: "DUPLICATE",
        sourceId: listed.find(({ title }) => title === "The quay")?.id,
        message: expect.stringContaining("“The quay”"),
      },
    ]);
    expect(listed.map(({ title, format, status }) => [title, format, status]).toSorted()).toEqual([
      ["Call", "WEBVTT", "RECEIVED"],
      ["From the wiki", "TEXT", "RECEIVED"],
      ["The quay", "MARKDOWN", "RECEIVED"],
    ]);
    expect(await countRows(ctx)).toEqual([3, 0, 3, 3]);
    expect(await waitingJobs(listed[0]?.id ?? "")).toEqual([{ identifier: "extract_source" }]);
  });

  it("changes nothing for what it refuses", async () => {
    const { ctx, projectId } = await makeScene();
    const before = await countRows(ctx);
    const outcomes = await addSources(ctx, {
      projectId,
      sources: [
        textFile("a.txt", " \n"),
        textFile("b.txt", "\u0000".repeat(100)),
        textFile("c.vtt", `${CALL}\n00:05.000 --> 00:0`),
        textFile("d.pdf", "%PDF-1.7\n"),
      ],
    });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["REFUSED", "REFUSED", "REFUSED", "REFUSED"]);
    expect(await countRows(ctx)).toEqual(before);
  });

  it("keeps one row when the same file comes several times at once, and names it to the others", async () => {
    const { ctx, projectId } = await makeScene();
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => addSources(ctx, { projectId, sources: [textFile("guide.md", GUIDE)] })),
    );
    const added = outcomes.flat().filter(({ outcome }) => outcome === "ADDED");
    expect(added).toHaveLength(1);
    const listed = await listSources(ctx, { projectId });
    expect(listed).toHaveLength(1);
    for (const outcome of outcomes.flat()) expect(outcome).toMatchObject({ sourceId: listed[0]?.id });
  });

  it("takes the same text for another project and after a removal", async () => {
    const { ctx, projectId } = await makeScene();
    const other = await makeProject(ctx);
    const sourceId = await makeReadySource(ctx, projectId, textFile("guide.md", GUIDE));
    await makeSource(ctx, other.id, textFile("guide.md", GUIDE));
    await removeSource(ctx, { sourceId });
    await makeSource(ctx, projectId, textFile("guide.md", GUIDE));
  });

  it("takes a file whatever its name", async () => {
    const { ctx, projectId } = await makeScene();
    const names = ["", `${"x".repeat(5000)}.txt`, "\u0000\ud800.txt", "../../etc/passwd"];
    const sources = names.map((name, at) => textFile(name, `These are the words of file ${at}.`));
    const outcomes = await addSources(ctx, { projectId, sources });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["ADDED", "ADDED", "ADDED", "ADDED"]);
    const listed = await listSources(ctx, { projectId });
    for (const { title } of listed) expect(title).toMatch(/./);
  });

  it("is refused to a reader, to another organization and for a removed project", async () => {
    const { ctx, projectId, ...made } = await makeScene();
    const stranger = await makeOrganization(database.app);
    const sources = [textFile("guide.md", GUIDE)];
    await expect(
      addSources(await asMember({ ctx, ...made }, "READER"), { projectId, sources }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(addSources(stranger.ctx, { projectId, sources })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const removed = await makeProject(ctx, { deletedAt: new Date() });
    await expect(addSources(ctx, { projectId: removed.id, sources })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
