import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listEpisodes } from "#domain/episodes/list-episodes.ts";
import { readEpisode } from "#domain/episodes/read-episode.ts";
import { addProject } from "#domain/projects/add-project.ts";
import { changeProject } from "#domain/projects/change-project.ts";
import { getProject } from "#domain/projects/get-project.ts";
import { listProjects } from "#domain/projects/list-projects.ts";
import { getRun } from "#domain/schedule/get-run.ts";
import { listQueue } from "#domain/schedule/list-queue.ts";
import { requestRun } from "#domain/schedule/request-run.ts";
import { addSources } from "#domain/sources/add-sources.ts";
import { getSource } from "#domain/sources/get-source.ts";
import { listSources } from "#domain/sources/list-sources.ts";
import type { Ctx } from "#platform/context.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, type MadeOrganization, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeSource } from "#testing/factories/make-source.ts";
import { changeProjectAccess } from "./change-project-access.ts";
import { findSession } from "./find-session.ts";
import { issueSignInToken } from "./issue-sign-in-token.ts";
import { startSession } from "./start-session.ts";

const TEXT = {
  title: "Harbour rules",
  text: "# Harbour rules\n\nThe ferry leaves on time, every day of the week.",
};

let database: TestDatabase;
let made: MadeOrganization;
let editor: Ctx;
const chosen = { projectId: "", episodeId: "", sourceId: "" };
const hidden = { projectId: "", episodeId: "", sourceId: "", queueId: "" };
beforeAll(async () => {
  database = await createTestDatabase();
  made = await makeOrganization(database.app);
  for (const scene of [chosen, hidden]) {
    scene.projectId = (await makeProject(made.ctx)).id;
    const episode = await makeEpisode(made.ctx, scene.projectId, { number: 1 });
    scene.episodeId = episode.id;
    scene.sourceId = await makeSource(made.ctx, scene.projectId, TEXT);
    if ("queueId" in scene) scene.queueId = episode.queueId;
  }
  editor = await asMember(made, "EDITOR");
  await narrow([chosen.projectId]);
});
afterAll(() => database.drop());

const idOfEditor = () => (editor.actor.kind === "user" ? editor.actor.userId : "");

/** Who the editor is now, as the next request finds them. */
async function narrow(projectIds: string[]): Promise<Ctx> {
  await changeProjectAccess(made.ctx, { userId: idOfEditor(), projectAccess: "CHOSEN", projectIds });
  return asRequested();
}

async function asRequested(): Promise<Ctx> {
  const { email } = await database.app.prisma.user.findUniqueOrThrow({ where: { id: idOfEditor() } });
  const { token } = await issueSignInToken(made.ctx, email ?? "");
  const session = await startSession(made.ctx, { signInToken: token });
  const ctx = (await findSession(made.ctx, session.token))?.ctx;
  if (!ctx) throw new Error("the editor is not let in");
  editor = ctx;
  return ctx;
}

it("what was chosen is there, and what was not is missing from every list", async () => {
  expect((await listProjects(editor, {})).map(({ id }) => id)).toEqual([chosen.projectId]);
  expect((await listEpisodes(editor, { limit: 20 })).episodes.map(({ id }) => id)).toEqual([
    chosen.episodeId,
  ]);
  expect((await listQueue(editor, { view: "past" })).runs).toHaveLength(1);
  expect((await readEpisode(editor, { episodeId: chosen.episodeId })).id).toBe(chosen.episodeId);
  expect((await getSource(editor, { sourceId: chosen.sourceId })).id).toBe(chosen.sourceId);
});

it("a project that was not chosen answers exactly as one that does not exist, to every verb", async () => {
  const settings = { title: "Mine", goal: "Mine.", audience: "", minutes: 6, version: 1 };
  const verbs: [string, string, (id: string) => Promise<unknown>][] = [
    ["getProject", hidden.projectId, (projectId) => getProject(editor, { projectId })],
    ["changeProject", hidden.projectId, (projectId) => changeProject(editor, { ...settings, projectId })],
    ["requestRun", hidden.projectId, (projectId) => requestRun(editor, { projectId })],
    ["addSources", hidden.projectId, (projectId) => addSources(editor, { projectId, sources: [TEXT] })],
    ["listSources", hidden.projectId, (projectId) => listSources(editor, { projectId })],
    ["readEpisode", hidden.episodeId, (episodeId) => readEpisode(editor, { episodeId })],
    ["getSource", hidden.sourceId, (sourceId) => getSource(editor, { sourceId })],
    ["getRun", hidden.queueId, (queueId) => getRun(editor, { queueId })],
  ];
  const answer = (attempt: Promise<unknown>) =>
    attempt.then(
      (value) => ({ value }),
      ({ code, message, fields }) => ({ code, message, fields }),
    );
  for (const [name, id, verb] of verbs) {
    const refused = await answer(verb(id));
    expect(refused, name).toEqual(await answer(verb(randomUUID())));
    if (name !== "listSources") expect(refused, name).toMatchObject({ code: "NOT_FOUND" });
  }
  expect((await getProject(made.ctx, { projectId: hidden.projectId })).version).toBe(1);
});

it("to start a project, one must see them all", async () => {
  const cadence = { days: [1], time: "07:30", timeZone: "Europe/Berlin" };
  const settings = { title: "New", goal: "Another.", audience: "", minutes: 6, cadence };
  await expect(addProject(editor, settings)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("another choice counts from the next request on; with nothing left to see, everything is empty", async () => {
  const after = await narrow([hidden.projectId]);
  expect((await listProjects(after, {})).map(({ id }) => id)).toEqual([hidden.projectId]);
  const { ctx } = made;
  await database.app.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.organization_id', ${ctx.organizationId}, true)`;
    await tx.projectGrant.deleteMany({ where: { userId: idOfEditor() } });
  });
  const none = await asRequested();
  expect(await listProjects(none, {})).toEqual([]);
  expect((await listEpisodes(none, { limit: 20 })).episodes).toEqual([]);
  expect((await listQueue(none, { view: "past" })).runs).toEqual([]);
  await changeProjectAccess(ctx, { userId: idOfEditor() });
  expect(await listProjects(await asRequested(), {})).toHaveLength(2);
});
