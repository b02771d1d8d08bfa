import { describe, expect, expectTypeOf, it } from "vitest";
import type { TxCtx } from "#platform/context.ts";
import { recordEvent, UserEventData, type UserEventType } from "./record-event.ts";

const id = "0190a6f0-0000-7000-8000-000000000001";
/** Something for each field that an event may carry. */
const VALUES: Record<string, unknown> = {
  method: "PASSKEY",
  invitationId: id,
  memberId: id,
  sourceId: id,
  queueId: id,
  sessionId: id,
  role: "READER",
  fields: ["title"],
  version: 2,
  reason: "No source has text.",
  provider: "openai",
  model: "small",
  pricedCalls: 3,
  problem: null,
  budgetId: id,
  window: "MONTH",
  isHard: true,
  phase: "WRITE",
  noteId: id,
  step: "PLANNED",
  memoryId: id,
  memoryIds: [id],
  mergedIds: [id],
  isTrusted: true,
  isPinned: true,
  origins: ["NOTE"],
};

describe.each(Object.keys(UserEventData) as UserEventType[])("the event %s", (type) => {
  const schema = UserEventData[type];
  const data = Object.fromEntries(Object.keys(schema.shape).map((field) => [field, VALUES[field]]));

  it("is in the past tense and carries its data and no other", () => {
    expect(type).toMatch(/^[a-z]+(_[a-z]+)+$/);
    expect(schema.parse(data)).toEqual(data);
    expect(schema.safeParse({ ...data, note: "What I think" }).success).toBe(false);
    expect(schema.safeParse(null).success).toBe(false);
    for (const field of Object.keys(data)) {
      const { [field]: _, ...rest } = data;
      expect(schema.safeParse(rest).success, `without ${field}`).toBe(false);
      expect(schema.safeParse({ ...data, [field]: { not: "that" } }).success, field).toBe(false);
    }
  });
});

describe("an event", () => {
  it("of another form is refused", async () => {
    const ctx = { organizationId: id, clock: { now: () => new Date() }, actor: { kind: "system", job: "x" } };
    const created: unknown[] = [];
    const tx = { userEvent: { create: async (row: unknown) => created.push(row) } };
    const given = { ...ctx, tx } as unknown as TxCtx;
    const titled = { sourceId: id, title: "A title" };
    await expect(recordEvent(given, { type: "source_added", data: titled })).rejects.toThrow(
      /nrecognized key/,
    );
    const noId = { sourceId: "the one from yesterday" };
    await expect(recordEvent(given, { type: "source_added", data: noId })).rejects.toThrow(/UUID/);
    expect(created).toEqual([]);
    await recordEvent(given, { type: "source_added", data: { sourceId: id } });
    expect(created).toHaveLength(1);
  });

  it("has a type of the vocabulary", () => {
    expectTypeOf<"source_added">().toExtend<UserEventType>();
    expectTypeOf<"source_eaten">().not.toExtend<UserEventType>();
  });
});
