import { describe, expect, test } from "vitest";
import { changesAsk } from "./changes-ask.ts";
import { finished } from "./finished.ts";
import { givenTime } from "./given-time.ts";
import type { HouseRule } from "./house-rule.ts";
import { names } from "./names.ts";
import { sizes } from "./sizes.ts";
import { verbFiles } from "./verb-files.ts";
import { verbsAsk } from "./verbs-ask.ts";

const NOTE = "src/domain/planning/submit-note.ts";
const MADE = `export const submitNote = command({ needs: "note.add", input }, async (ctx) => ctx.actor);`;

describe("sizes", () => {
  test.each([
    ["jobs/tasks/work-the-queue.ts", 30],
    ["src/app/api/health/route.ts", 60],
    ["src/app/(studio)/projects/[id]/actions.ts", 60],
    ["src/app/(studio)/projects/[id]/source-actions.ts", 60],
    ["src/app/page.tsx", 200],
    ["src/domain/planning/internal/rank.ts", 300],
    ["src/ui/table.tsx", 300],
    ["src/cli/ensure-installed.mjs", 300],
  ])("%s may have %i lines", (path, most) => {
    expect(problems(sizes, path, lines(most))).toEqual([]);
    expect(problems(sizes, path, lines(most + 1))).toEqual([expect.stringContaining(`may have ${most}`)]);
  });

  test("a verb may have 120 lines, the rules beside it are source files", () => {
    expect(problems(sizes, NOTE, `${MADE}\n${lines(119)}`)).toEqual([]);
    expect(problems(sizes, NOTE, `${MADE}\n${lines(120)}`)).toEqual([
      expect.stringContaining("a verb may have 120"),
    ]);
    expect(problems(sizes, "src/domain/planning/states.ts", lines(300))).toEqual([]);
  });

  test("tests and statements have no size", () => {
    expect(problems(sizes, "src/domain/planning/submit-note.db.test.ts", lines(900))).toEqual([]);
    expect(problems(sizes, "prisma/schema.sql", lines(900))).toEqual([]);
  });
});

describe("names", () => {
  test.each([
    NOTE,
    "src/domain/schedule/internal/claim-batch.sql.ts",
    "src/domain/planning/submit-note.db.test.ts",
    "src/app/(studio)/projects/[projectId]/_components/note-form.tsx",
    "src/app/api/[[...rest]]/route.ts",
    "prisma/migrations/20261121090000_init/migration.sql",
    "README.md",
  ])("%s is fine", (path) => {
    expect(problems(names, path)).toEqual([]);
  });

  test.each([
    "src/domain/planning/submitNote.ts",
    "src/domain/planning/Submit-note.ts",
    "src/domain/planning/submit_note.ts",
    "src/domain/(planning)/submit-note.ts",
    "src/platform/utils.ts",
    "src/platform/date-helpers.ts",
    "src/domain/services/submit-note.ts",
    "src/domain/planning/note-manager.ts",
  ])("%s is caught", (path) => {
    expect(problems(names, path)).toHaveLength(1);
  });
});

describe("verb files", () => {
  test.each([
    ["a command of the name of its file", MADE],
    [
      "a schema and types beside it",
      `export const SubmitNote = z.object({}); export type A = string; ${MADE}`,
    ],
    ["an inner step", "export async function submitNote(ctx: TxCtx): Promise<void> {}"],
    [
      "pure functions of any name",
      "export function rank(notes: string[]) {} export const sort = (a: number) => a;",
    ],
    ["a private function", `function addVote(ctx: TxCtx) {} ${MADE}`],
  ])("%s is fine", (_, text) => {
    expect(problems(verbFiles, NOTE, text)).toEqual([]);
  });

  test.each([
    ["a verb of another name", "export const addNote = command({}, async () => 1);", "addNote"],
    ["a second verb", `${MADE} export const findNote = query({}, async () => 1);`, "findNote"],
    ["a second step", `${MADE} export async function addVote(ctx: TxCtx) {}`, "addVote"],
    ["a step written as an arrow", "export const addVote = async (ctx: TxCtx) => {};", "addVote"],
    [
      "a verb exported at the end",
      "async function addVote(system: System) {} export { addVote };",
      "addVote",
    ],
  ])("%s is caught", (_, text, name) => {
    expect(problems(verbFiles, NOTE, text)).toEqual([expect.stringContaining(`the verb ${name},`)]);
  });
});

describe("verbs ask", () => {
  test.each([
    ["a command", MADE],
    ["a query", "export const submitNote = query({}, async (ctx) => 1);"],
    ["a guarded verb", "export const submitNote = guarded({}, async (ctx) => 1);"],
    ["a step inside a transaction", "export async function submitNote(ctx: TxCtx): Promise<void> {}"],
    ["such a step that takes it apart", "export async function submitNote({ tx }: TxCtx): Promise<void> {}"],
    ["a step beside a transaction", "export async function submitNote(ctx: AskedCtx): Promise<void> {}"],
    ["work across organizations", "export async function submitNote(system: System): Promise<void> {}"],
    ["a pure function", "export function submitNote(text: string): string { return text; }"],
  ])("%s is fine", (_, text) => {
    expect(problems(verbsAsk, NOTE, text)).toEqual([]);
  });

  test.each([
    ["a function of a Ctx", "export async function submitNote(ctx: Ctx, input: Input) {}"],
    ["a Ctx that is taken apart", "export async function submitNote({ db }: Ctx) {}"],
    ["a Ctx under another name", "export async function submitNote(who: Ctx) {}"],
    ["a ctx of a home-made type", `export const submitNote = (ctx: Pick<Ctx, "db">) => ctx.db;`],
    ["an open transaction", "export async function submitNote(tx: Tx) {}"],
    ["a pool in second place", "export async function submitNote(id: string, pool: Pool) {}"],
    ["one exported at the end", "async function submitNote(ctx: Ctx) {} export { submitNote };"],
  ])("%s is caught", (_, text) => {
    expect(problems(verbsAsk, NOTE, text)).toHaveLength(1);
  });

  test("internal files and tests are no doors", () => {
    const text = "export async function submitNote(ctx: Ctx) {}";
    expect(problems(verbsAsk, "src/domain/planning/internal/submit-note.ts", text)).toEqual([]);
    expect(problems(verbsAsk, "src/domain/planning/submit-note.db.test.ts", text)).toEqual([]);
  });
});

describe("changes ask", () => {
  const ACTIONS = "src/app/(studio)/projects/new/actions.ts";
  const ROUTE = "src/app/api/notes/route.ts";
  const good = `"use server";\nexport async function save(_: FormState, form: FormData) {
    const me = await requireMe();
    return attempt(form, async () => { await saveNote(me); return undefined; });
  }`;

  test.each([
    ["an action that does everything inside attempt", ACTIONS, good],
    ["one behind a comment in other letters", ACTIONS, `/** Ä – ü */\n// 漢\n${good}`],
    ["what is private to a file of actions", ACTIONS, `${good}\nasync function ask() { await send(); }`],
    ["a file without actions", "src/app/read-body.ts", "export async function readBody() { await read(); }"],
    ["a handler that only reads", ROUTE, "export async function GET() { return Response.json([]); }"],
    [
      "a handler that asks",
      ROUTE,
      "export async function POST(request: Request) { if (!isSameOrigin(request)) return refuse(403); }",
    ],
  ])("%s is fine", (_, path, text) => {
    expect(problems(changesAsk, path, text)).toEqual([]);
  });

  test.each([
    [
      "an action without attempt",
      ACTIONS,
      `"use server"; export async function save() { await saveNote(); }`,
    ],
    [
      "one that changes something before it",
      ACTIONS,
      `"use server"; export async function save(_: S, form: F) { await saveNote(); return attempt(form, done); }`,
    ],
    [
      "one that names a change so that it looks like asking",
      ACTIONS,
      `"use server"; export async function save(_: S, form: F) { const a = await saveNote(await requireMe()); return attempt(form, done); }`,
    ],
    ["an action made elsewhere", ACTIONS, `"use server"; export const save = make(saveNote);`],
    ["one that is handed on", ACTIONS, `"use server"; export { save } from "./save.ts";`],
    [
      "one inside a page",
      "src/app/page.tsx",
      `async function save() { "use server"; await saveNote(); } export default function Page() { return <form action={save} />; }`,
    ],
    [
      "one in any other file",
      "src/app/save.ts",
      `"use server"; export const save = async () => { await saveNote(); };`,
    ],
    ["a handler that asks nobody", ROUTE, "export async function POST() { await saveNote(); }"],
    ["a handler made elsewhere", ROUTE, "export const DELETE = handler;"],
    ["one that is handed on", ROUTE, `export { handler as PUT } from "./handler.ts";`],
  ])("%s is caught", (_, path, text) => {
    expect(problems(changesAsk, path, text)).toHaveLength(1);
  });
});

describe("given time", () => {
  test.each(["Date.now()", "new Date()", "Math.random()", "performance.now()", "crypto.randomUUID()"])(
    "%s in the domain is caught",
    (call) => {
      expect(problems(givenTime, NOTE, `const a = ${call};`)).toHaveLength(1);
      expect(problems(givenTime, "src/domain/planning/internal/rank.ts", `const a = ${call};`)).toHaveLength(
        1,
      );
      expect(problems(givenTime, "src/domain/planning/submit-note.test.ts", `const a = ${call};`)).toEqual(
        [],
      );
      expect(problems(givenTime, "src/platform/clock.ts", `const a = ${call};`)).toEqual([]);
    },
  );

  test("a comment about it, and a date made from a value, are fine", () => {
    const text = `/** Never calls Date.now(). */\n// not Math.random()\nconst a = new Date(at);`;
    expect(problems(givenTime, NOTE, text)).toEqual([]);
  });
});

describe("finished", () => {
  const [word] = ["TO" + "DO"];

  test.each([
    ["src/a.ts", `// ${word}: later`],
    ["src/a.tsx", `  * ${word} later`],
    ["src/a.css", `/* ${"FIX" + "ME"} */`],
    ["prisma/a.sql", `-- ${"XX" + "X"}`],
    ["src/a.ts", `// ${"@ts-no" + "check"}`],
  ])("in %s the comment %s is caught", (path, text) => {
    expect(problems(finished, path, `\n${text}`)).toEqual([expect.stringContaining("line 2")]);
  });

  test("the word outside a comment is fine", () => {
    expect(problems(finished, "src/a.ts", `const status = "${word}";`)).toEqual([]);
  });
});

function problems(rule: HouseRule, path: string, text = ""): string[] {
  return rule.problems({ path, text });
}

function lines(count: number): string {
  return "const a = 1;\n".repeat(count);
}
