import { acceptNotes } from "#domain/planning/accept-notes.ts";
import { changeNote } from "#domain/planning/change-note.ts";
import { listNotes } from "#domain/planning/list-notes.ts";
import { reopenNotes } from "#domain/planning/reopen-notes.ts";
import { settleNotes } from "#domain/planning/settle-notes.ts";
import { stopNote } from "#domain/planning/stop-note.ts";
import { submitNote } from "#domain/planning/submit-note.ts";
import { withdrawNote } from "#domain/planning/withdraw-note.ts";
import type { Clock } from "#platform/clock.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { isAppError } from "#platform/errors.ts";
import { actingFor } from "#platform/system.ts";
import type { TestDatabase } from "../database.ts";
import { asMember, makeOrganization } from "../factories/make-organization.ts";
import { makeProject } from "../factories/make-project.ts";
import { seededRandom } from "../seeded-random.ts";
import { testKeys } from "../test-keys.ts";
import { findBroken } from "./find-broken.ts";
import { RunOfNotes } from "./run-of-notes.ts";
import { understandOne } from "./understand-one.ts";

export interface RacedNotes {
  /** What is wrong with the notes, in words; none where nothing is lost. */
  broken: string[];
  /** Of all that was tried, by what came of it. */
  outcomes: Record<string, number>;
  episodes: number;
  /** How many notes have each status in the end. */
  statuses: Record<string, number>;
}

/** Every look at it is a millisecond later, so that steps of one note have an order. */
function tickingClock(): Clock {
  let at = Date.parse("2026-11-20T06:30:00Z");
  return {
    now: () => {
      at += 1;
      return new Date(at);
    },
    wait: async () => undefined,
  };
}

/**
 * Six people, an understanding job and a worker do with the notes of one project whatever may be done, four at a time on connections of their
 * own, in an order that `seed` gives; now and then everything is looked at. Verbs may refuse; nothing else may go wrong.
 */
export async function raceNotes(database: TestDatabase, seed: number, rounds: number): Promise<RacedNotes> {
  const random = seededRandom(seed);
  const clock = tickingClock();
  const made = await makeOrganization(database.app, { clock });
  const { id: projectId } = await makeProject(made.ctx);
  const readers = [
    await asMember(made, "READER"),
    await asMember(made, "READER"),
    await asMember(made, "READER"),
  ];
  const editors = [made.ctx, await asMember(made, "EDITOR")];
  const everybody = [...readers, ...editors];
  const worker = actingFor(
    { db: database.worker, clock, keys: testKeys },
    made.organizationId,
    "generate-episode",
  );
  const runs = new RunOfNotes(worker, made.ctx, projectId, random);
  const outcomes: Record<string, number> = {};
  const broken: string[] = [];

  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const seen = async (ctx: Ctx) => {
    const notes = await inOrganization(ctx, ({ tx }) =>
      tx.planningNote.findMany({
        where: { projectId },
        select: { id: true, revision: true, authorId: true, scope: true },
      }),
    );
    return pick(notes);
  };
  const mine = (authorId: string | null) =>
    everybody.find(({ actor }) => actor.kind === "user" && actor.userId === authorId) ?? made.ctx;
  const bulk = async (ctx: Ctx) => {
    const chosen = [await seen(ctx), await seen(ctx), await seen(ctx)].flatMap((note) => note ?? []);
    return chosen.map(({ id, revision }) => ({ noteId: id, revision }));
  };
  const write = () => ({
    text: `${random() < 0.8 ? "More" : "Less"} about ${pick(["ferries", "bridges", "tides"])}, please. ${Math.floor(random() * 1e9)}`,
    scope: pick(["NEXT_EPISODE", "NEXT_EPISODE", "ALWAYS", "UNTIL_DATE"] as const) ?? "NEXT_EPISODE",
    untilDate: "2026-11-30",
  });
  const editor = () => pick(editors) ?? made.ctx;
  const deeds: [weight: number, name: string, does: () => Promise<unknown>][] = [
    [6, "submit", () => submitNote(pick(everybody) ?? made.ctx, { projectId, ...write() })],
    [8, "understand", () => understandOne(worker, projectId, random)],
    [
      3,
      "edit",
      async () => {
        const note = await seen(made.ctx);
        const { text } = write();
        const until = note?.scope === "UNTIL_DATE" ? { untilDate: "2026-11-30" } : {};
        if (note) await changeNote(mine(note.authorId), { noteId: note.id, ...note, ...until, text });
      },
    ],
    [
      3,
      "withdraw",
      async () => {
        const note = await seen(made.ctx);
        if (note) await withdrawNote(mine(note.authorId), { noteId: note.id, revision: note.revision });
      },
    ],
    [
      1,
      "stop",
      async () => {
        const note = await seen(made.ctx);
        if (note) await stopNote(editor(), { noteId: note.id, revision: note.revision });
      },
    ],
    [
      2,
      "settle",
      async () => {
        const notes = await bulk(made.ctx);
        const outcome = random() < 0.5 ? "USED" : "DECLINED";
        if (notes.length > 0)
          await settleNotes(editor(), { notes, outcome, reason: "As an editor sees it." });
      },
    ],
    [
      3,
      "accept",
      async () => {
        const notes = await bulk(made.ctx);
        if (notes.length > 0) await acceptNotes(editor(), { notes });
      },
    ],
    [
      2,
      "reopen",
      async () => {
        const notes = await bulk(made.ctx);
        if (notes.length > 0) await reopenNotes(editor(), { notes });
      },
    ],
    [1, "look", () => listNotes(editor(), { projectId, column: "waiting" })],
    [9, "run", () => runs.goOn()],
  ];
  const total = deeds.reduce((sum, [weight]) => sum + weight, 0);
  const choose = () => {
    let left = random() * total;
    return deeds.find(([weight]) => {
      left -= weight;
      return left < 0;
    });
  };

  for (let round = 0; round < rounds; round += 1) {
    const four = [choose(), choose(), choose(), choose()].flatMap((deed) => (deed ? [deed] : []));
    const ends = await Promise.allSettled(four.map(([, , does]) => does()));
    ends.forEach((end, index) => {
      const name = four[index]?.[1] ?? "";
      const isRefusal = end.status === "rejected" && isAppError(end.reason) && end.reason.code !== "INTERNAL";
      const said = end.status === "fulfilled" ? "done" : isRefusal ? "refused" : "failed";
      outcomes[`${name} ${said}`] = (outcomes[`${name} ${said}`] ?? 0) + 1;
      if (end.status === "rejected" && !isRefusal) broken.push(`${name}: ${String(end.reason)}`);
    });
    if (round % 20 === 19 || round === rounds - 1) broken.push(...(await findBroken(made.ctx, projectId)));
    if (broken.length > 0) break;
  }
  broken.push(...runs.broken);
  const groups = await inOrganization(made.ctx, ({ tx }) =>
    tx.planningNote.groupBy({ by: ["status"], where: { projectId }, _count: { _all: true } }),
  );
  const statuses = Object.fromEntries(groups.map(({ status, _count }) => [status, _count._all]));
  return { broken, outcomes, episodes: runs.episodes, statuses };
}
