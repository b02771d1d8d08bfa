import { addDays } from "date-fns";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeMemory } from "#testing/factories/make-memory.ts";
import { asMember, type MadeOrganization, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { addMemory } from "./add-memory.ts";
import { blankMemories } from "./blank-memories.ts";
import { changeMemory } from "./change-memory.ts";
import { countProposals } from "./count-proposals.ts";
import { forgetFrom } from "./forget-from.ts";
import { forgetMemories } from "./forget-memories.ts";
import { getMemory } from "./get-memory.ts";
import { listMemories } from "./list-memories.ts";
import { mergeMemories } from "./merge-memories.ts";
import { pinMemory } from "./pin-memory.ts";
import { previewForgetFrom } from "./preview-forget-from.ts";
import { restoreMemories } from "./restore-memories.ts";
import { searchMemories } from "./search-memories.ts";

let database: TestDatabase;
let made: MadeOrganization;
let ctx: Ctx;
let clock: FixedClock;
let projectId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  clock = fixedClock();
  made = await makeOrganization(database.app, { clock });
  ctx = made.ctx;
});
afterAll(() => database.drop());

/** Each test has a project of its own. */
async function newProject(): Promise<string> {
  projectId = (await makeProject(ctx)).id;
  return projectId;
}

const seen = (memoryId: string) =>
  inOrganization(ctx, ({ tx }) => tx.agentMemory.findUniqueOrThrow({ where: { id: memoryId } }));
const auditOf = (targetId: string) =>
  inOrganization(ctx, ({ tx }) =>
    tx.auditLog.findMany({
      where: { targetId },
      orderBy: { sequence: "asc" },
      select: { action: true, before: true, after: true },
    }),
  );
const add = (text: string, more = {}) =>
  addMemory(ctx, { projectId, kind: "PREFERENCE", text, importance: 7, ...more });

describe("adding and changing", () => {
  it("makes an active memory of a person's words, understood by the rules, once however often it is sent", async () => {
    await newProject();
    const [one, two] = await Promise.all([
      add("Less about ticket machines."),
      add(" Less about  ticket machines.\u0000"),
    ]);
    expect(two.memoryId).toBe(one.memoryId);
    const memory = await seen(one.memoryId);
    expect(memory).toMatchObject({ status: "ACTIVE", origin: "PERSON", originUserId: made.userId });
    expect(memory).toMatchObject({
      text: "Less about ticket machines.",
      directive: { kind: "LESS_OF" },
      revision: 1,
    });
    expect(memory.vector?.length).toBe(512);
    expect(await auditOf(one.memoryId)).toMatchObject([{ action: "memory.add", after: { importance: 7 } }]);
    const other = await add("More about ticket machines.");
    expect(other.contradictsId).toBe(one.memoryId);
  });

  it.each([
    { text: " \u200E\u0007 ".replace("\u200E", "") },
    { text: "x".repeat(2001) },
    { text: "x", importance: 11 },
    { text: "x", kind: "COVERED_TOPIC" },
    { text: "x", validUntil: "2020-01-01" },
    { text: "x", validUntil: "soon" },
  ])("refuses %#", async (wrong) => {
    await newProject();
    const memory = { projectId, kind: "FACT" as const, ...wrong } as Parameters<typeof addMemory>[1];
    await expect(addMemory(ctx, memory)).rejects.toMatchObject({ code: "INVALID" });
  });

  it("understands changed words anew, counts revisions, and audits what was before and after", async () => {
    await newProject();
    const { memoryId } = await add("Less about ticket machines.");
    const before = await seen(memoryId);
    expect(await changeMemory(ctx, { memoryId, revision: 1, text: "More about ferries." })).toEqual({
      revision: 2,
    });
    const after = await seen(memoryId);
    expect(after).toMatchObject({ directive: { kind: "MORE_OF" }, importance: 7, status: "ACTIVE" });
    expect(after.vector).not.toEqual(before.vector);
    await changeMemory(ctx, { memoryId, revision: 2, importance: 9 });
    expect((await auditOf(memoryId)).at(-1)).toEqual({
      action: "memory.change",
      before: { importance: 7, revision: 2 },
      after: { importance: 9, revision: 3 },
    });
  });

  it("tells the second of two editors who was first", async () => {
    await newProject();
    const { memoryId } = await add("Less about ticket machines.");
    await changeMemory(ctx, { memoryId, revision: 1, importance: 9 });
    const second = await asMember(made, "EDITOR");
    const { name } = await ctx.db.prisma.user.findUniqueOrThrow({ where: { id: made.userId } });
    const late = { memoryId, revision: 1 };
    const told = { code: "CONFLICT", message: expect.stringContaining(name) };
    await expect(changeMemory(second, { ...late, text: "Other." })).rejects.toMatchObject(told);
    await expect(pinMemory(second, { ...late, isPinned: true })).rejects.toMatchObject(told);
    const outcome = await forgetMemories(second, { memories: [late] });
    expect(outcome).toMatchObject({ done: [], missed: [{ why: told.message }] });
  });

  it("pins, and holds until the end of a date in the zone of the project", async () => {
    const project = await makeProject(ctx, { cadenceConfig: { timeZone: "Pacific/Auckland" } });
    projectId = project.id;
    const { memoryId } = await add("Only for a while.", { validUntil: "2027-03-01" });
    expect((await seen(memoryId)).validUntil).toEqual(new Date("2027-03-01T11:00:00Z"));
    const ref = { memoryId, revision: 1 };
    expect(await pinMemory(ctx, { ...ref, isPinned: true })).toEqual({ isPinned: true });
    expect(await pinMemory(ctx, { ...ref, isPinned: true })).toEqual({ isPinned: true });
    clock.advance(200 * 86_400_000);
    const { memories } = await listMemories(ctx, { projectId });
    expect(memories).toMatchObject([{ id: memoryId, isPinned: true, isExpired: true }]);
    expect((await listMemories(ctx, { projectId, status: "EXPIRED" })).memories).toHaveLength(1);
  });
});

describe("merging", () => {
  it("makes one of several and conserves what they were used for", async () => {
    await newProject();
    const ids: string[] = [];
    for (const text of ["Say berth.", "Never say dock.", "Berth, not dock."]) {
      ids.push((await add(text)).memoryId);
    }
    for (const [number, memoryId] of [1, 2, 2, 3].map((number, at) => [number, ids[at % 3] ?? ""] as const)) {
      const existing = await inOrganization(ctx, ({ tx }) =>
        tx.episode.findFirst({ where: { projectId, number } }),
      );
      const { queueId } = existing ?? (await makeEpisode(ctx, projectId, { number }));
      await inOrganization(ctx, ({ tx, organizationId }) =>
        tx.memoryUse.create({
          data: { organizationId, projectId, memoryId, queueId, rank: 1, score: 0.5, usedAt: clock.now() },
        }),
      );
    }
    const [a = "", b = "", c = ""] = ids;
    const merge = (memoryIds: string[], text: string) =>
      mergeMemories(ctx, {
        projectId,
        memories: memoryIds.map((memoryId) => ({ memoryId, revision: 1 })),
        kind: "STYLE",
        text,
        importance: 8,
      });
    const { memoryId: ab } = await merge([a, b], "Say berth, never dock.");
    const { memoryId: abc } = await merge([ab, c], "Say berth and never dock.");
    expect(await seen(a)).toMatchObject({ status: "SUPERSEDED", supersededById: ab });
    const whole = await getMemory(ctx, { memoryId: abc });
    expect(whole).toMatchObject({ status: "ACTIVE", uses: 3, kind: "STYLE", importance: 8 });
    expect(whole.usedIn.map(({ episode }) => episode?.number)).toEqual([3, 2, 1]);
    expect(whole.supersedes.map(({ id }) => id).sort()).toEqual([ab, c].sort());
    expect((await listMemories(ctx, { projectId })).memories.map(({ uses }) => uses)).toEqual([3]);
    await expect(merge([a, abc], "Again.")).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await seen(abc)).status).toBe("ACTIVE");
  });
});

describe("forgetting", () => {
  it("leaves nothing in list or search, can be undone for 30 days, then the words are gone", async () => {
    await newProject();
    const { memoryId } = await add("Zeppelins are never mentioned.");
    const find = async () =>
      (await searchMemories(ctx, { projectId, text: "zeppelins" })).map(({ id }) => id);
    expect(await find()).toEqual([memoryId]);
    const forget = async () =>
      forgetMemories(ctx, { memories: [{ memoryId, revision: (await seen(memoryId)).revision }] });
    await forget();
    expect(await find()).toEqual([]);
    expect((await listMemories(ctx, { projectId })).memories).toEqual([]);
    clock.advance(29 * 86_400_000);
    await blankMemories(ctx, made);
    expect(await restoreMemories(ctx, { memoryIds: [memoryId] })).toEqual({ done: [memoryId], missed: [] });
    expect(await find()).toEqual([memoryId]);
    expect((await restoreMemories(ctx, { memoryIds: [memoryId] })).done).toEqual([memoryId]);
    await forget();
    clock.advance(30 * 86_400_000);
    expect((await restoreMemories(ctx, { memoryIds: [memoryId] })).missed).toMatchObject([
      { why: expect.stringContaining("30 days") },
    ]);
    await blankMemories(ctx, made);
    await blankMemories(ctx, made);
    expect(await seen(memoryId)).toMatchObject({
      text: "",
      vector: null,
      vectorModel: null,
      directive: null,
      topicTerms: [],
      originKey: null,
    });
    await expect(getMemory(ctx, { memoryId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("has the words taken away by a job of the same transaction", async () => {
    await newProject();
    const { memoryId } = await add("Gone soon.");
    await forgetMemories(ctx, { memories: [{ memoryId, revision: 1 }] });
    const jobs = await database.worker.pool.query(
      "select run_at from graphile_worker.jobs where task_identifier = 'blank_memories' order by run_at desc limit 1",
    );
    expect(jobs.rows[0].run_at.getTime()).toBeGreaterThan(addDays(clock.now(), 30).getTime());
  });

  it("everything that came from one note takes along what it was merged into, but not what it lost against", async () => {
    await newProject();
    const note = await inOrganization(ctx, ({ tx, organizationId }) =>
      tx.planningNote.create({ data: { organizationId, projectId, text: "n" } }),
    );
    const from = { origin: "NOTE", originNoteId: note.id, originUserId: null } as const;
    const one = await makeMemory(ctx, projectId, { ...from, text: "One." });
    const two = await makeMemory(ctx, projectId, { ...from, text: "Two.", isPinned: true });
    const other = await makeMemory(ctx, projectId, { text: "Of somebody else." });
    const winner = await makeMemory(ctx, projectId, { text: "What holds." });
    await makeMemory(ctx, projectId, {
      ...from,
      text: "Lost.",
      status: "SUPERSEDED",
      supersededById: winner.id,
      contradictsId: winner.id,
    });
    const { memoryId: merged } = await mergeMemories(ctx, {
      projectId,
      memories: [one, other].map(({ id }) => ({ memoryId: id, revision: 1 })),
      kind: "FACT",
      text: "One, and of somebody else.",
      importance: 5,
    });
    const learntFrom = { projectId, from: "NOTE", fromId: note.id } as const;
    const preview = await previewForgetFrom(ctx, learntFrom);
    expect(preview).toMatchObject({ total: 4, pinned: 1, briefs: 0 });
    expect(preview.memories.map(({ id }) => id)).toContain(merged);
    await expect(forgetFrom(ctx, { ...learntFrom, expected: 3 })).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await seen(two.id)).status).toBe("ACTIVE");
    const { memoryIds } = await forgetFrom(ctx, { ...learntFrom, expected: 4 });
    expect((await listMemories(ctx, { projectId })).memories.map(({ id }) => id)).toEqual([winner.id]);
    expect((await restoreMemories(ctx, { memoryIds })).done).toEqual(memoryIds);
    expect(await seen(one.id)).toMatchObject({ status: "SUPERSEDED" });
  });

  it("by two editors at once is done once", async () => {
    await newProject();
    const { memoryId } = await add("Once.");
    const second = await asMember(made, "EDITOR");
    const memories = [{ memoryId, revision: 1 }];
    const outcomes = await Promise.all([
      forgetMemories(ctx, { memories }),
      forgetMemories(second, { memories }),
    ]);
    expect(outcomes.map(({ done }) => done.length).sort()).toEqual([0, 1]);
    expect((await auditOf(memoryId)).filter(({ action }) => action === "memory.forget")).toHaveLength(1);
  });
});

describe("looking", () => {
  it("pages through all, the pinned ones first, each once", async () => {
    await newProject();
    const all = Array.from({ length: 120 }, (_, at) => ({
      organizationId: made.organizationId,
      projectId,
      kind: "FACT" as const,
      status: "ACTIVE" as const,
      text: `Fact ${at}`,
      origin: "PERSON" as const,
      isPinned: at % 3 === 0,
      approvedAt: clock.now(),
    }));
    await inOrganization(ctx, ({ tx }) => tx.agentMemory.createMany({ data: all }));
    const found: { id: string; isPinned: boolean }[] = [];
    let after: string | undefined;
    do {
      const page = await listMemories(ctx, { projectId, ...(after ? { after } : {}) });
      found.push(...page.memories);
      after = page.next ?? undefined;
    } while (after);
    expect(found).toHaveLength(120);
    expect(new Set(found.map(({ id }) => id)).size).toBe(120);
    expect(found.findIndex(({ isPinned }) => !isPinned)).toBe(40);
  });

  it("finds by meaning what other words say, and by words what has no vector", async () => {
    await newProject();
    const { memoryId } = await add("The ferry leaves the quay at nine.");
    await add("The canteen serves soup.");
    const plain = await makeMemory(ctx, projectId, { text: "Die Hafenmeisterei öffnet um acht." });
    const ids = async (text: string) => (await searchMemories(ctx, { projectId, text })).map(({ id }) => id);
    expect((await ids("when does the boat depart from the pier"))[0]).toBe(memoryId);
    expect(await ids("hafenmeisterei")).toEqual([plain.id]);
    expect(await ids("100%_\\ ")).toEqual([]);
  });

  it("says of whom something was learnt, also of somebody who has left", async () => {
    await newProject();
    const leaver = await asMember(made, "EDITOR");
    const userId = leaver.actor.kind === "user" ? leaver.actor.userId : "";
    const { memoryId } = await addMemory(leaver, { projectId, kind: "FACT", text: "Of a leaver." });
    await ctx.db.prisma.user.update({ where: { id: userId }, data: { name: "Zora", deletedAt: null } });
    expect((await getMemory(ctx, { memoryId })).provenance.person).toEqual({ id: userId, name: "Zora" });
    await ctx.db.prisma.user.update({ where: { id: userId }, data: { deletedAt: clock.now() } });
    expect((await getMemory(ctx, { memoryId })).provenance.person?.name).toBe("somebody who has left");
  });

  it("is not for readers, nor for another organization", async () => {
    await newProject();
    const { memoryId } = await add("Ours.");
    const reader = await asMember(made, "READER");
    const { ctx: stranger } = await makeOrganization(database.app);
    const asks = [
      (who: Ctx) => listMemories(who, { projectId }),
      (who: Ctx) => getMemory(who, { memoryId }),
      (who: Ctx) => searchMemories(who, { projectId, text: "ours" }),
      (who: Ctx) => changeMemory(who, { memoryId, revision: 1, text: "Theirs." }),
      (who: Ctx) => pinMemory(who, { memoryId, revision: 1, isPinned: true }),
      (who: Ctx) => addMemory(who, { projectId, kind: "FACT", text: "x" }),
      (who: Ctx) => forgetFrom(who, { projectId, from: "PERSON", fromId: made.userId, expected: 1 }),
    ];
    for (const ask of asks) {
      await expect(ask(reader)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(ask(stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect((await forgetMemories(stranger, { memories: [{ memoryId, revision: 1 }] })).done).toEqual([]);
    expect((await restoreMemories(stranger, { memoryIds: [memoryId] })).done).toEqual([]);
    expect(await seen(memoryId)).toMatchObject({ text: "Ours.", status: "ACTIVE", revision: 1 });
  });

  it("counts what waits for approval in each project", async () => {
    await newProject();
    for (const text of ["a", "b"]) await makeMemory(ctx, projectId, { text, status: "PROPOSED" });
    const mine = (await countProposals(ctx, {})).filter((each) => each.projectId === projectId);
    expect(mine).toMatchObject([{ count: 2 }]);
    expect((await listMemories(ctx, { projectId })).counts).toMatchObject({ proposed: 2, active: 0 });
  });
});
