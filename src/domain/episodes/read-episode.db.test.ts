import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeProject } from "#domain/projects/remove-project.ts";
import { getSource } from "#domain/sources/get-source.ts";
import type { Ctx } from "#platform/context.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeReadySource, textFile } from "#testing/factories/make-source.ts";
import { listEpisodes } from "./list-episodes.ts";
import { readEpisode } from "./read-episode.ts";

const blocks = [
  {
    type: "MARKDOWN",
    markdown: "## The *two* clocks\n\nText.",
    html: "<h2>The <em>two</em> clocks</h2><p>Text.</p>",
  },
  { type: "RECALL", markdown: "Why?", html: "<details><summary>Why?</summary><p>Because.</p></details>" },
] as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** A project with a source of one passage. */
async function makeSeries(ctx: Ctx) {
  const project = await makeProject(ctx);
  const text =
    "# Clocks\n\nThe rule and the zone are stored; the instant is only a cache of what they mean today.";
  const sourceId = await makeReadySource(ctx, project.id, textFile("clocks.md", text));
  const passageId = (await getSource(ctx, { sourceId })).chunks[0]?.id ?? "";
  return { project, passageId };
}

describe("reading an episode", () => {
  it("gives its blocks in order with headings and what they rest on, and its neighbours", async () => {
    const { ctx } = await makeOrganization(database.app);
    const { project, passageId } = await makeSeries(ctx);
    const [first, second, third] = await Promise.all([
      makeEpisode(ctx, project.id, { number: 1 }),
      makeEpisode(ctx, project.id, { number: 2, title: "Clocks", blocks: [...blocks], passageId }),
      makeEpisode(ctx, project.id, { number: 3 }),
    ]);
    const read = await readEpisode(ctx, { episodeId: second.id });
    expect(read).toMatchObject({
      title: "Clocks",
      timeZone: "Europe/Berlin",
      episodeCount: 3,
      previous: { id: first.id, number: 1 },
      next: { id: third.id, number: 3 },
      project: { id: project.id, title: project.title },
    });
    expect(read.blocks.map(({ type, headings }) => [type, headings])).toEqual([
      ["MARKDOWN", [{ level: 2, text: "The two clocks" }]],
      ["RECALL", []],
    ]);
    expect(read.blocks[0]?.origins).toMatchObject([
      {
        kind: "PASSAGE",
        quote: "words",
        passage: { source: { title: "Clocks" }, turns: null, html: expect.stringContaining("<p>The rule") },
      },
    ]);
    expect(read.blocks[0]?.origins[0]?.passage?.text).toContain("only a cache");
  });

  it("shows what waits for its slot to editors, and to readers only what is published", async () => {
    const made = await makeOrganization(database.app);
    const project = await makeProject(made.ctx);
    const reader = await asMember(made, "READER");
    const published = await makeEpisode(made.ctx, project.id, { number: 1 });
    const ready = await makeEpisode(made.ctx, project.id, { number: 2, status: "READY" });
    const draft = await makeEpisode(made.ctx, project.id, { number: 3, status: "DRAFT" });

    expect(await readEpisode(reader, { episodeId: published.id })).toMatchObject({ next: null });
    expect(await readEpisode(made.ctx, { episodeId: ready.id })).toMatchObject({ status: "READY" });
    for (const [ctx, episodeId] of [
      [reader, ready.id],
      [made.ctx, draft.id],
      [made.ctx, randomUUID()],
      [made.ctx, "no id"],
    ] as const) {
      await expect(readEpisode(ctx, { episodeId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("ends with its project, and never begins for another organization", async () => {
    const { ctx } = await makeOrganization(database.app);
    const other = await makeOrganization(database.app);
    const project = await makeProject(ctx);
    const { id: episodeId } = await makeEpisode(ctx, project.id, { number: 1 });
    await expect(readEpisode(other.ctx, { episodeId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await removeProject(ctx, { projectId: project.id, title: project.title });
    await expect(readEpisode(ctx, { episodeId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listEpisodes(ctx, {})).episodes).toEqual([]);
  });
});

describe("the list of episodes", () => {
  it("has the newest published first with its citations, page by page, of one project or of all", async () => {
    const { ctx } = await makeOrganization(database.app);
    const { project, passageId } = await makeSeries(ctx);
    const elsewhere = await makeProject(ctx);
    await makeEpisode(ctx, project.id, { number: 1, blocks: [...blocks], passageId });
    await makeEpisode(ctx, project.id, { number: 2 });
    await makeEpisode(ctx, project.id, { number: 9, status: "READY" });
    await makeEpisode(ctx, elsewhere.id, { number: 3 });

    const all = await listEpisodes(ctx, {});
    expect(all.episodes.map(({ number, citations }) => [number, citations])).toEqual([
      [3, 0],
      [2, 0],
      [1, 1],
    ]);
    const first = await listEpisodes(ctx, { projectId: project.id, limit: 1 });
    expect(first.episodes.map(({ number }) => number)).toEqual([2]);
    const rest = await listEpisodes(ctx, { projectId: project.id, cursor: first.nextCursor ?? randomUUID() });
    expect(rest).toMatchObject({ episodes: [{ number: 1 }], nextCursor: null });
    const other = await makeOrganization(database.app);
    expect((await listEpisodes(other.ctx, {})).episodes).toEqual([]);
  });
});
