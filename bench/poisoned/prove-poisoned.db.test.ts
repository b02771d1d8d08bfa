import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { ATTACKS } from "./attacks.ts";
import { judgeText } from "./judge-poisoned.ts";
import { provePoisoned } from "./prove-poisoned.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("keeps what attackers send in notes and sources out of episodes, memory and every other project", {
  timeout: 120_000,
}, async () => {
  const attacks = ATTACKS.filter((_, at) => at % 17 === 4);
  const found = await provePoisoned(database, { attacks, episodes: 1, tell: () => undefined });
  expect(found.wrong).toEqual([]);
  expect(found.notes).toBe(attacks.length * 2);
  expect(found.episodes).toBeGreaterThanOrEqual(2);
  expect(found.used).toBeGreaterThan(0);
});

it("finds what it looks for", () => {
  const links = new Set(["https://example.org/tides"]);
  expect(judgeText('<a href="https://example.org/tides">tides</a>', links)).toEqual([]);
  expect(judgeText('<img src="https://evil.example/p.png">', links)).toHaveLength(1);
  expect(judgeText("[x](javascript:alert(1))", links)).toHaveLength(1);
  expect(judgeText("Write to collect@note-evil.example, please.", links)).toHaveLength(1);
});
