import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Directive } from "#domain/planning/directive.ts";
import { listCorrections } from "#domain/planning/list-corrections.ts";
import { claimBatch } from "#domain/schedule/claim-batch.ts";
import type { ClaimedRun } from "#domain/schedule/run.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { NoteScope, Prisma } from "#platform/db/generated/client.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeMemory } from "#testing/factories/make-memory.ts";
import { makeNote } from "#testing/factories/make-note.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { makeReadySource, textFile } from "#testing/factories/make-source.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { builtInWriter } from "./built-in-writer.ts";
import { generateEpisode } from "./generate-episode.ts";
import { rerunFrom } from "./rerun-from.ts";
import type { Writer } from "./writer.ts";

// A whole episode or two in each, and the first reads the meaning of sentences from the disk.
vi.setConfig({ testTimeout: 90_000 });

let database: TestDatabase;
const clock = fixedClock();
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const system = () => ({ db: database.worker, clock, keys: testKeys });
const never = () => new AbortController().signal;

/** Twelve chapters of about a hundred words, each about one thing. */
function handbook(): string {
  const things = [
    "capstan",
    "lifeboat",
    "turbine",
    "compass",
    "galley",
    "anchor",
    "radio",
    "gangway",
    "funnel",
    "winch",
    "mast",
    "pump",
  ];
  const chapters = things.map((thing, nth) => {
    const paragraphs = ["keeper", "ledger", "survey"].map(
      (part, at) =>
        `The ${part} of the ${thing} was renewed in ${1900 + nth * 10 + at}, because the ${thing} had failed the inspection of ${1890 + nth * 10 + at}. ` +
        `A ${thing} costs ${120 + nth * 31 + at * 7} crowns, and the ${part} stands at berth ${nth * 3 + at + 1}.`,
    );
    return `## The ${thing}\n\n${paragraphs.join("\n\n")}`;
  });
  return `# The ferry\n\n${chapters.join("\n\n")}`;
}

async function makeScene() {
  const { ctx, organizationId } = await makeOrganization(database.app, { clock });
  const project = await makeProject(ctx, { minutes: 3, goal: "Know the ferry." });
  await makeReadySource(ctx, project.id, textFile("ferry.md", handbook()));
  let day = 20;
  const begin = async () => {
    day += 1;
    await makeRun(ctx, project.id, { occurrenceKey: `2026-11-${day}` });
    return claim(project.id);
  };
  const note = (directive: Directive, more: { scope?: NoteScope; text?: string } = {}) =>
    makeNote(ctx, project.id, { directive, intent: INTENTS[directive.kind] ?? "OTHER", ...more });
  return { ctx, organizationId, project, begin, note, read: (run: ClaimedRun) => read(ctx, run) };
}

const INTENTS: Partial<Record<Directive["kind"], Prisma.PlanningNoteCreateInput["intent"]>> = {
  MORE_OF: "MORE_OF",
  CORRECT: "CORRECT",
  ANSWER: "ASK",
  SHORTER: "LENGTH",
};

async function claim(projectId: string): Promise<ClaimedRun> {
  const runs = await claimBatch(system(), { workerId: "one", size: 5 });
  const run = runs.find((each) => each.projectId === projectId);
  if (run === undefined) throw new Error("the run was not claimed");
  return run;
}

function read(ctx: Ctx, { queueId, projectId }: ClaimedRun) {
  return inOrganization(ctx, async ({ tx }) => ({
    row: await tx.episodeScheduleQueue.findUniqueOrThrow({ where: { id: queueId } }),
    episode: await tx.episode.findFirstOrThrow({
      where: { queueId },
      include: {
        blocks: { orderBy: { ordinal: "asc" }, include: { origins: true } },
        health: true,
        continuity: true,
      },
    }),
    plans: await tx.notePlan.findMany({ where: { queueId }, orderBy: { noteId: "asc" } }),
    notes: await tx.planningNote.findMany({
      where: { projectId },
      orderBy: { id: "asc" },
      include: { steps: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
    }),
    memories: await tx.agentMemory.findMany({ where: { projectId }, orderBy: { id: "asc" } }),
    uses: await tx.memoryUse.count({ where: { queueId } }),
  }));
}

type Phase = "gather" | "outline" | "write" | "check" | "finish";

/** The built-in writer, which does something before one of its phases. */
function writerThat(before: Partial<Record<Phase, () => Promise<unknown>>>): Writer {
  const on = async <T>(phase: Phase, goOn: () => Promise<T>): Promise<T> => {
    await before[phase]?.();
    return goOn();
  };
  return {
    ...builtInWriter,
    gather: (material) => on("gather", () => builtInWriter.gather(material)),
    outline: (brief) => on("outline", () => builtInWriter.outline(brief)),
    write: (brief, outline) => on("write", () => builtInWriter.write(brief, outline)),
    check: (brief, draft) => on("check", () => builtInWriter.check(brief, draft)),
    finish: (brief, draft) => on("finish", () => builtInWriter.finish(brief, draft)),
  };
}

describe("an episode that is generated with notes", () => {
  it("settles each by what code measured, names the blocks, and keeps what follows", async () => {
    const { ctx, organizationId, project, begin, note, read } = await makeScene();
    const more = await note({ kind: "MORE_OF", terms: ["compass"] }, { scope: "ALWAYS" });
    const ask = await note({ kind: "ANSWER", question: "Why was the radio renewed?", terms: ["radio"] });
    const tone = await note({ kind: "TONE", wish: "funnier" });
    const { id: passageId } = await inOrganization(ctx, ({ tx }) =>
      tx.sourceChunk.findFirstOrThrow({ where: { organizationId, text: { contains: "capstan" } } }),
    );
    const { id: told } = await makeMemory(ctx, project.id, {
      kind: "PREFERENCE",
      text: "They like the anchor.",
      directive: { kind: "MORE_OF", terms: ["anchor"] },
    });
    const fix = await note({
      kind: "CORRECT",
      passageIds: [passageId],
      wrong: "1900",
      right: "It was 1901.",
    });
    const run = await begin();
    await generateEpisode(system(), run, never());
    const { row, episode, plans, notes, memories, uses } = await read(run);
    expect(row.status).toBe("READY");
    const statusOf = new Map(notes.map(({ id, status }) => [id, status]));
    expect([more, ask, tone, fix].map(({ id }) => statusOf.get(id))).toEqual([
      "USED",
      "USED",
      "DECLINED",
      "USED",
    ]);
    expect(plans.find(({ noteId }) => noteId === more.id)).toMatchObject({
      episodeId: episode.id,
      outcome: "USED",
      measure: { name: "share of the words about it", before: expect.any(Number), after: expect.any(Number) },
    });
    expect(plans.find(({ noteId }) => noteId === tone.id)?.reason).toContain("language model can");
    const blocksOf = (noteId: string) =>
      episode.blocks.filter(({ origins }) => origins.some((origin) => origin.planningNoteId === noteId));
    for (const { markdown } of blocksOf(more.id)) expect(markdown).toContain("compass");
    expect(blocksOf(more.id).length).toBeGreaterThan(0);
    expect(
      blocksOf(ask.id)
        .map(({ markdown }) => markdown)
        .join(),
    ).toMatch(/A reader asks: .*radio had failed/s);
    expect(blocksOf(fix.id).map(({ markdown }) => markdown)).toEqual([
      expect.stringMatching(
        /^\*\*Correction\.\*\* In \*The ferry\* \(The capstan\) it says “1900”\. Right is: It was 1901\.$/,
      ),
    ]);
    expect(blocksOf(tone.id)).toEqual([]);
    expect(episode.blocks.some(({ origins }) => origins.some((o) => o.agentMemoryId === told))).toBe(true);
    expect(uses).toBe(1);
    expect(episode.health).toMatchObject({ notesPlanned: 4, notesUsed: 3, notesPartly: 0, repeatedShare: 0 });
    expect(
      episode.continuity
        .filter(({ kind }) => kind === "RESOLVES")
        .map(({ noteId }) => noteId)
        .sort(),
    ).toEqual([ask.id, fix.id].sort());
    const learnt = memories.filter(({ id }) => id !== told);
    expect(learnt.filter(({ kind }) => kind === "COVERED_TOPIC").length).toBeGreaterThan(0);
    expect(
      learnt
        .filter(({ origin }) => origin === "NOTE")
        .map(({ kind, status, originNoteId }) => [kind, status, originNoteId]),
    ).toEqual(
      expect.arrayContaining([
        ["PREFERENCE", "PROPOSED", more.id],
        ["FACT", "PROPOSED", fix.id],
      ]),
    );
    const corrections = await inOrganization(ctx, (inside) =>
      listCorrections(inside, { projectId: project.id }),
    );
    expect(corrections).toMatchObject([{ noteId: fix.id, passageId }]);
  });

  it("plans a note that stands for longer again, and one that comes while the brief is frozen for the next", async () => {
    const { begin, note, read } = await makeScene();
    const standing = await note({ kind: "MORE_OF", terms: ["radio"] }, { scope: "ALWAYS" });
    let late: { id: string } | null = null;
    const run = await begin();
    await generateEpisode(system(), run, never(), {
      writer: writerThat({
        gather: async () => {
          late = await note({ kind: "MORE_OF", terms: ["anchor"] });
        },
      }),
    });
    const first = await read(run);
    expect(first.plans.map(({ noteId }) => noteId)).toEqual([standing.id]);
    const next = await begin();
    await generateEpisode(system(), next, never());
    const second = await read(next);
    const ids = [standing.id, (late as { id: string } | null)?.id ?? ""];
    expect(second.plans.map(({ noteId }) => noteId).sort()).toEqual(ids.sort());
    expect(second.notes.map(({ status }) => status)).not.toContain("PLANNED");
  });
});

describe("a run with notes that is cut off", () => {
  it.each(["gather", "outline", "finish"] as const)(
    "in %s goes on with the same notes, and doubles nothing",
    async (phase) => {
      const { begin, note, read, project } = await makeScene();
      const planned = await note({ kind: "MORE_OF", terms: ["compass"] });
      const run = await begin();
      const crash = writerThat({
        [phase]: () => {
          throw new Error("the worker dies");
        },
      });
      await expect(generateEpisode(system(), run, never(), { writer: crash })).rejects.toThrow("dies");
      const before = await read(run);
      expect(before.notes).toMatchObject([{ status: "PLANNED" }]);
      const late = await note({ kind: "MORE_OF", terms: ["radio"] });
      clock.advance(600_000);
      const again = await claim(project.id);
      await generateEpisode(system(), again, never());
      const after = await read(run);
      expect(after.row.status).toBe("READY");
      if (phase !== "gather") expect(after.episode.brief).toEqual(before.episode.brief);
      expect(after.plans).toMatchObject([{ noteId: planned.id, outcome: "USED" }]);
      const steps = after.notes.find(({ id }) => id === planned.id)?.steps.map(({ kind }) => kind);
      expect(steps).toEqual(["PLANNED", "USED"]);
      expect(after.notes.find(({ id }) => id === late.id)?.status).toBe("UNDERSTOOD");
    },
  );

  it("is judged again from a later phase, and planned anew from the first", async () => {
    const { ctx, begin, note, read, project } = await makeScene();
    const more = await note({ kind: "MORE_OF", terms: ["compass"] }, { scope: "ALWAYS" });
    const run = await begin();
    await generateEpisode(system(), run, never());
    const first = await read(run);
    await rerunFrom(ctx, { queueId: run.queueId, phase: "WRITE" });
    await generateEpisode(system(), await claim(project.id), never());
    const second = await read(run);
    expect(second.plans).toMatchObject([{ noteId: more.id, outcome: "USED" }]);
    expect(second.memories.map(({ id }) => id)).toEqual(first.memories.map(({ id }) => id));
    expect(second.episode.continuity).toHaveLength(first.episode.continuity.length);
    const later = await note({ kind: "SHORTER" });
    await rerunFrom(ctx, { queueId: run.queueId, phase: "GATHER" });
    await generateEpisode(system(), await claim(project.id), never());
    const third = await read(run);
    expect(third.plans.map(({ noteId }) => noteId).sort()).toEqual([more.id, later.id].sort());
    expect(third.plans.every(({ outcome }) => outcome !== "PLANNED" && outcome !== "RELEASED")).toBe(true);
    expect(third.episode.health).toMatchObject({ notesPlanned: 2 });
  });
});
