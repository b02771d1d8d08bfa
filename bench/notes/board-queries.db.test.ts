import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countNotesNeedingMe } from "#domain/planning/count-notes-needing-me.ts";
import { getNote } from "#domain/planning/get-note.ts";
import { listConflicts } from "#domain/planning/list-conflicts.ts";
import { listMyNotes } from "#domain/planning/list-my-notes.ts";
import { listNoteAuthors } from "#domain/planning/list-note-authors.ts";
import { listNotes } from "#domain/planning/list-notes.ts";
import { listNotesNeedingMe } from "#domain/planning/list-notes-needing-me.ts";
import { NOTE_COLUMNS } from "#domain/planning/note-states.ts";
import type { Ctx, TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { type FilledNotes, fillNotes } from "./fill-notes.ts";

const NOTES = 5_000;

let database: TestDatabase;
let filled: FilledNotes;

beforeAll(async () => {
  database = await createTestDatabase();
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  filled = await fillNotes(database, admin, NOTES);
  await admin.end();
});

afterAll(() => database.drop());

/** Reads as a page does, and tells which tables of notes were read from end to end for it. */
async function readFromEndToEnd(read: (ctx: TxCtx) => Promise<unknown>): Promise<string[]> {
  return inOrganization(filled.ctx, async (inside) => {
    const before = await countScans(inside);
    await read(inside);
    const after = await countScans(inside);
    return [...after].filter(([table, count]) => count > (before.get(table) ?? 0n)).map(([table]) => table);
  });
}

/** What the connection has not reported yet: earlier transactions may be among it, which is why it is read twice. */
async function countScans({ tx }: TxCtx): Promise<Map<string, bigint>> {
  const rows = await tx.$queryRaw<{ name: string; count: bigint }[]>`
    select relname::text as name, seq_scan as count from pg_stat_xact_user_tables
    where relname in ('planning_note', 'note_step', 'note_plan', 'block_origin', 'notification')`;
  return new Map(rows.map(({ name, count }) => [name, count]));
}

it("would see a table that is read from end to end", async () => {
  const scanned = await readFromEndToEnd(async (ctx) => {
    await ctx.tx
      .$executeRaw`select set_config(name, 'off', true) from unnest(array['enable_indexscan', 'enable_indexonlyscan', 'enable_bitmapscan']) name`;
    await listNotes(ctx, { projectId: filled.projectId, column: "waiting" });
  });
  expect(scanned).toContain("planning_note");
});

const column = "used" as const;
const READS: Record<string, (ctx: Ctx, notes: FilledNotes) => Promise<unknown>> = {
  ...Object.fromEntries(
    NOTE_COLUMNS.map((each) => [
      each,
      (ctx: Ctx, { projectId }) => listNotes(ctx, { projectId, column: each }),
    ]),
  ),
  "the second page": async (ctx, { projectId }) => {
    const { next } = await listNotes(ctx, { projectId, column });
    return listNotes(ctx, { projectId, column, after: next ?? "" });
  },
  "one meaning": (ctx, { projectId }) => listNotes(ctx, { projectId, column, intent: "ASK" }),
  "one scope": (ctx, { projectId }) => listNotes(ctx, { projectId, column, scope: "ALWAYS" }),
  "what waits for an editor": (ctx, { projectId }) =>
    listNotes(ctx, { projectId, column: "waiting", attention: "UNCLEAR" }),
  "one person": (ctx, { projectId, userId }) => listNotes(ctx, { projectId, column, authorId: userId }),
  "some words": (ctx, { projectId }) => listNotes(ctx, { projectId, column, text: "volcano" }),
  "who has sent notes": (ctx, { projectId }) => listNoteAuthors(ctx, { projectId }),
  contradictions: (ctx, { projectId }) => listConflicts(ctx, { projectId }),
  "a note's page": (ctx, { usedId: noteId }) => getNote(ctx, { noteId }),
  "my notes": (ctx) => listMyNotes(ctx, {}),
  "the home page": async (ctx) => [await countNotesNeedingMe(ctx, {}), await listNotesNeedingMe(ctx, {})],
};

it.each(Object.keys(READS))("among 5,000 notes, %s is found by an index", async (what) => {
  expect(await readFromEndToEnd(async (ctx) => READS[what]?.(ctx, filled))).toEqual([]);
});
