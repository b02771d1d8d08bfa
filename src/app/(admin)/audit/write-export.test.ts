import { describe, expect, it } from "vitest";
import type { AuditLine } from "#domain/people/list-audit-log.ts";
import { type ExportFormat, writeExport } from "./write-export.ts";

const line: AuditLine = {
  sequence: 7n,
  occurredAt: new Date("2026-11-21T08:30:00Z"),
  who: { kind: "USER", id: "u", name: "=HYPERLINK(1)" },
  action: "project.change",
  says: "changed a project",
  targetType: "project",
  targetId: "p",
  target: { type: "project", name: '@SUM "A1", ü', link: null },
  before: { title: "-1+1" },
  after: null,
  address: "203.0.113.7",
  userAgent: "+cmd|' /C calc'!A0\r\nnext",
};

async function write(pages: AuditLine[][], format: ExportFormat): Promise<string> {
  async function* each() {
    yield* pages;
  }
  let text = "";
  for await (const part of writeExport(each(), format)) text += part;
  return text;
}

describe("the exported audit log", () => {
  it("is a table in which no cell is a formula", async () => {
    const text = await write([[line], [line]], "csv");
    const [head, first, second] = text.split(/\r\n(?=number|7,|$)/);
    expect(head).toMatch(/^number,at,who_kind,/);
    expect(first).toBe(
      `7,2026-11-21T08:30:00.000Z,user,u,'=HYPERLINK(1),project.change,project,p,"'@SUM ""A1"", ü","{""title"":""-1+1""}",,203.0.113.7,"'+cmd|' /C calc'!A0\r\nnext"`,
    );
    expect(second).toBe(first);
  });

  it("is one JSON object to a line, with values as they are", async () => {
    const text = await write([[line]], "jsonl");
    expect(text.endsWith("\n")).toBe(true);
    expect(JSON.parse(text)).toMatchObject({
      number: 7,
      who: "=HYPERLINK(1)",
      before: { title: "-1+1" },
      after: null,
    });
  });

  it("of nothing has its head, or is empty", async () => {
    expect(await write([], "csv")).toMatch(/^number,.*\r\n$/);
    expect(await write([], "jsonl")).toBe("");
  });
});
