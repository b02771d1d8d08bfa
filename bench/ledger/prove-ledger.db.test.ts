import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { proveLedger } from "./prove-ledger.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const ASKED = {
  rows: 2_000,
  ranges: 12,
  seed: 20_261_121,
  // The clocks go forward in Berlin on 29 March, and back by half an hour in Lord Howe on 5 April.
  span: { from: Date.UTC(2026, 2, 24), until: Date.UTC(2026, 3, 10) },
  zones: ["Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe"],
};

it("days sum to ranges and roll-ups are what the ledger says, whatever comes late, twice, out of order or across a clock change", async () => {
  const { wrong, rows, deliveries, rollUps } = await proveLedger(database, ASKED);
  expect(wrong).toEqual([]);
  expect(deliveries).toBeGreaterThan(rows);
  expect(rollUps).toBeGreaterThan(1);
});
