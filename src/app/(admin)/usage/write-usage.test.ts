import { describe, expect, it } from "vitest";
import type { UsageDayRow } from "#domain/usage/export-usage.ts";
import type { UsageCallLine } from "#domain/usage/list-calls.ts";
import {
  CALL_COLUMNS,
  DAY_COLUMNS,
  factsOfCall,
  factsOfDay,
  type UsageFormat,
  writeUsage,
} from "./write-usage.ts";

const day: UsageDayRow = {
  day: "2026-11-20",
  projectId: "p",
  projectTitle: "=HYPERLINK(1)",
  provider: "openai",
  model: "@SUM(A1)",
  purpose: "episode.write",
  callCount: 3n,
  uncachedInputTokens: 1_000n,
  cacheReadTokens: 10n,
  cacheWriteTokens: 0n,
  outputTokens: 100n,
  reasoningTokens: 50n,
  costNanos: 4_321_000n,
  estimatedCount: 1n,
  unpricedCount: 2n,
};

const call: UsageCallLine = {
  id: "c",
  callKey: "k",
  occurredAt: new Date("2026-11-20T06:30:00Z"),
  recordedAt: new Date("2026-11-20T06:30:02Z"),
  purpose: "episode.write",
  label: "Writing",
  phase: "WRITE",
  provider: "compatible",
  model: "-2+3",
  promptVersion: "write@3",
  uncachedInputTokens: 7,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 2,
  reasoningTokens: 0,
  costNanos: null,
  settlement: "ESTIMATED",
  durationMs: null,
  price: null,
  project: { id: "p", title: 'Quay, "old"\n' },
  episode: null,
  run: null,
  person: { id: "u", name: "+Ines" },
};

async function write(pages: UsageDayRow[][], format: UsageFormat): Promise<string> {
  async function* each() {
    yield* pages;
  }
  let text = "";
  const written = writeUsage(each(), (row) => factsOfDay(row, "Europe/Berlin"), {
    format,
    columns: DAY_COLUMNS,
  });
  for await (const part of written) text += part;
  return text;
}

describe("exported days", () => {
  it("are a table in which no cell is a formula, with money to the last digit", async () => {
    const [head, first, second, end] = (await write([[day], [], [day]], "csv")).split("\r\n");
    expect(head).toMatch(/^day,zone,project_id,project,/);
    expect(first).toBe(
      "2026-11-20,Europe/Berlin,p,'=HYPERLINK(1),openai,'@SUM(A1),episode.write,3,1000,10,0,100,50,0.004321,1,2",
    );
    expect(second).toBe(first);
    expect(end).toBe("");
  });

  it("are one array of JSON over all pages, with values as they are", async () => {
    const rows = JSON.parse(await write([[day, day], [], [day]], "json"));
    expect(rows).toHaveLength(3);
    expect(rows[2]).toMatchObject({
      day: "2026-11-20",
      project: "=HYPERLINK(1)",
      cost_usd: "0.004321",
      calls: 3,
    });
  });

  it("of nothing are a head, or an empty array", async () => {
    expect(await write([], "csv")).toMatch(/^day,.*\r\n$/);
    expect(JSON.parse(await write([[]], "json"))).toEqual([]);
  });
});

it("an exported call says that its cost is not known, which is not zero, and has a cell for each column", async () => {
  const facts = factsOfCall(call);
  expect(facts).toMatchObject({
    at: "2026-11-20T06:30:00.000Z",
    cost_usd: null,
    prompt: "write@3",
    person: "+Ines",
  });
  expect(Object.keys(facts)).toEqual([...CALL_COLUMNS]);
  async function* pages() {
    yield [call];
  }
  let text = "";
  for await (const part of writeUsage(pages(), factsOfCall, { format: "csv", columns: CALL_COLUMNS }))
    text += part;
  expect(text).toContain(`"Quay, ""old""\n"`);
  expect(text).toContain(",'-2+3,");
  expect(text).toContain(",'+Ines,");
});
