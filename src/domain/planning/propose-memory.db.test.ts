import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeMemory } from "#testing/factories/make-memory.ts";
import { asMember, type MadeOrganization, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { approveMemories } from "./approve-memories.ts";
import { type MemoryToPropose, proposeMemory } from "./propose-memory.ts";
import { recallMemories } from "./recall-memories.ts";
import { rejectMemories } from "./reject-memories.ts";
import { setTrustedOrigins } from "./set-trusted-origins.ts";

let database: TestDatabase;
let made: MadeOrganization;
beforeAll(async () => {
  database = await createTestDatabase();
  made = await makeOrganization(database.app);
});
afterAll(() => database.drop());

/** A project with one of each origin. */
async function makeScene() {
  const { ctx, userId } = made;
  const { id: projectId } = await makeProject(ctx);
  const episode = await makeEpisode(ctx, projectId, { number: 1 });
  const { note, message } = await inOrganization(ctx, async ({ tx, organizationId }) => {
    const ofProject = { organizationId, projectId };
    const chat = await tx.chatSession.create({ data: { ...ofProject, userId } });
    const said = { organizationId, chatSessionId: chat.id, role: "PERSON", text: "t" } as const;
    return {
      note: await tx.planningNote.create({ data: { ...ofProject, authorId: userId, text: "n" } }),
      message: await tx.chatMessage.create({ data: said }),
    };
  });
  const origins = {
    NOTE: { origin: "NOTE", originNoteId: note.id },
    CHAT: { origin: "CHAT", originMessageId: message.id },
    EPISODE: { origin: "EPISODE", originEpisodeId: episode.id },
    PERSON: { origin: "PERSON", originUserId: userId },
  } as const;
  const propose = (proposal: Partial<MemoryToPropose> & { text: string }) =>
    inOrganization(ctx, (inside) =>
      proposeMemory(inside, { projectId, kind: "FACT", ...origins.NOTE, ...proposal } as MemoryToPropose),
    );
  return { ctx, projectId, origins, propose };
}

async function recallOf(ctx: Ctx, projectId: string): Promise<string[]> {
  const { id: queueId } = await makeRun(ctx, projectId);
  const recall = { projectId, queueId, vector: null, now: ctx.clock.now(), budgetTokens: 5000 };
  const recalled = await inOrganization(ctx, (inside) => recallMemories(inside, recall));
  return recalled.map(({ text }) => text);
}

const seen = (ctx: Ctx, memoryId: string) =>
  inOrganization(ctx, ({ tx }) => tx.agentMemory.findUniqueOrThrow({ where: { id: memoryId } }));

describe("a proposed memory", () => {
  it("of any origin is in no brief before an editor approves it", async () => {
    const { ctx, projectId, origins, propose } = await makeScene();
    for (const [at, from] of Object.values(origins).entries()) {
      const proposed = await propose({ ...from, text: `Statement of the ${"abcd"[at]} kind.` });
      expect(proposed).toMatchObject({ status: "PROPOSED", contradictsId: null });
    }
    expect(await recallOf(ctx, projectId)).toEqual([]);
  });

  it("is active at once where the project trusts notes, and only notes", async () => {
    const { ctx, projectId, origins, propose } = await makeScene();
    await setTrustedOrigins(ctx, { projectId, origins: ["NOTE"] });
    await propose({ text: "Readers are apprentices." });
    for (const from of [origins.CHAT, origins.EPISODE, origins.PERSON]) {
      expect((await propose({ ...from, text: "Statement in chat." })).status).toBe("PROPOSED");
    }
    expect(await recallOf(ctx, projectId)).toEqual(["Readers are apprentices."]);
  });

  it("can't be trusted when it comes from an episode, which is made of sources", async () => {
    const { ctx, projectId } = await makeScene();
    const origins = ["EPISODE"] as unknown as ["NOTE"];
    await expect(setTrustedOrigins(ctx, { projectId, origins })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("said again by the same origin is one row, also at once, and also after it was rejected", async () => {
    const { ctx, origins, propose } = await makeScene();
    const both = await Promise.all([propose({ text: "One thing." }), propose({ text: "  one THING. " })]);
    expect(both[0].memoryId).toBe(both[1].memoryId);
    await rejectMemories(ctx, { memories: [{ memoryId: both[0].memoryId, revision: 1 }] });
    expect(await propose({ text: "One thing." })).toMatchObject({ ...both[0], status: "FORGOTTEN" });
    const other = await propose({ ...origins.CHAT, text: "One thing." });
    expect(other.memoryId).not.toBe(both[0].memoryId);
  });

  it("knows the person behind its note and its chat", async () => {
    const { ctx, origins, propose } = await makeScene();
    for (const from of [origins.NOTE, origins.CHAT]) {
      const { memoryId } = await propose({ ...from, text: "Said by somebody." });
      expect((await seen(ctx, memoryId)).originUserId).toBe(made.userId);
    }
  });

  it("never comes from another project or another organization", async () => {
    const mine = await makeScene();
    const other = await makeScene();
    const text = "Far away.";
    await expect(mine.propose({ ...other.origins.NOTE, text })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(mine.propose({ ...other.origins.CHAT, text })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(mine.propose({ ...other.origins.EPISODE, text })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const stranger = await makeOrganization(database.app);
    const from = { origin: "PERSON", originUserId: stranger.userId } as const;
    await expect(mine.propose({ ...from, text })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("that says otherwise than what holds waits and names it, even from a trusted origin", async () => {
    const { ctx, projectId, propose } = await makeScene();
    await setTrustedOrigins(ctx, { projectId, origins: ["NOTE"] });
    const pinned = await makeMemory(ctx, projectId, { text: "The board meets on Friday.", isPinned: true });
    const proposed = await propose({ text: "The board meets on Tuesday." });
    expect(proposed).toMatchObject({ status: "PROPOSED", contradictsId: pinned.id });
    const wish = await makeMemory(ctx, projectId, {
      text: "w",
      kind: "PREFERENCE",
      directive: { kind: "SHORTER" },
    });
    const longer = await propose({ text: "Write at length.", directive: { kind: "LONGER" } });
    expect(longer).toMatchObject({ status: "PROPOSED", contradictsId: wish.id });
  });
});

describe("approving", () => {
  async function proposed(texts: string[]) {
    const scene = await makeScene();
    const ids: string[] = [];
    for (const text of texts) ids.push((await scene.propose({ text, kind: "PREFERENCE" })).memoryId);
    return { ...scene, ids, refs: ids.map((memoryId) => ({ memoryId, revision: 1 })) };
  }

  it("makes proposals active, with what a writer is to do and where they stand in meaning", async () => {
    const { ctx, projectId, ids, refs } = await proposed(["More about ferries, please.", "Readers are new."]);
    expect(await approveMemories(ctx, { memories: refs })).toMatchObject({ done: ids, missed: [], asks: [] });
    const memory = await seen(ctx, ids[0] ?? "");
    expect(memory).toMatchObject({ status: "ACTIVE", approvedAt: ctx.clock.now(), revision: 2 });
    expect(memory.directive).toMatchObject({ kind: "MORE_OF" });
    expect(memory.vector?.length).toBe(512);
    expect((await recallOf(ctx, projectId)).sort()).toEqual([
      "More about ferries, please.",
      "Readers are new.",
    ]);
  });

  it("by two editors at once is done by one; the other is told by whom", async () => {
    const { ctx, ids, refs } = await proposed(["Readers are new."]);
    const second = await asMember(made, "EDITOR");
    const outcomes = await Promise.all([
      approveMemories(ctx, { memories: refs }),
      rejectMemories(second, { memories: refs }),
    ]);
    expect(outcomes.flatMap(({ done }) => done)).toEqual(ids);
    const missed = outcomes.flatMap((outcome) => outcome.missed);
    expect(missed).toMatchObject([{ memoryId: ids[0], why: expect.stringContaining("meanwhile") }]);
    const isApproved = outcomes[0].done.length === 1;
    const name = (await ctx.db.prisma.user.findUniqueOrThrow({ where: { id: made.userId } })).name;
    if (isApproved) expect(missed[0]?.why).toContain(name);
    const memory = await seen(ctx, ids[0] ?? "");
    expect(memory.status).toBe(isApproved ? "ACTIVE" : "FORGOTTEN");
    expect(memory.revision).toBe(2);
  });

  it("a contradiction asks which one stands; the other is superseded, or both stay", async () => {
    const texts = ["The board meets on Friday.", "The board meets on Tuesday.", "The board meets on Monday."];
    const { ctx, ids, refs } = await proposed(texts);
    const [friday = "", tuesday = "", monday = ""] = ids;
    const asked = await approveMemories(ctx, { memories: refs.slice(0, 2) });
    expect(asked).toMatchObject({
      done: [friday],
      asks: [{ memoryId: tuesday, other: { id: friday, text: texts[0] } }],
    });
    const choose = (memoryId: string, stands: "THIS" | "THE_OTHER" | "BOTH") =>
      approveMemories(ctx, { memories: [{ memoryId, revision: 1, stands }] });
    expect((await choose(tuesday, "THIS")).done).toEqual([tuesday]);
    expect(await seen(ctx, friday)).toMatchObject({ status: "SUPERSEDED", supersededById: tuesday });
    expect(await seen(ctx, tuesday)).toMatchObject({ status: "ACTIVE" });
    expect((await choose(monday, "THE_OTHER")).done).toEqual([monday]);
    expect(await seen(ctx, monday)).toMatchObject({ status: "SUPERSEDED", supersededById: tuesday });
    expect(await seen(ctx, tuesday)).toMatchObject({ status: "ACTIVE" });
  });

  it("is refused to readers and finds nothing of another organization", async () => {
    const { ctx, ids, refs } = await proposed(["Readers are new."]);
    const reader = await asMember(made, "READER");
    await expect(approveMemories(reader, { memories: refs })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { ctx: stranger } = await makeOrganization(database.app);
    const outcome = await approveMemories(stranger, { memories: refs });
    expect(outcome).toMatchObject({ done: [], missed: [{ why: expect.stringContaining("no such memory") }] });
    expect((await seen(ctx, ids[0] ?? "")).status).toBe("PROPOSED");
  });
});
