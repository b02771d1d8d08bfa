import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordEvent } from "#domain/activity/record-event.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { CALL_COST, makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember } from "#testing/factories/make-organization.ts";
import { testKeys } from "#testing/test-keys.ts";
import { getUsage } from "./get-usage.ts";
import { BUILT_IN_MODEL } from "./price-list.ts";
import { rollUpDays } from "./roll-up-days.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const makeScene = (...given: [zone?: string, now?: string]) => makeLedger(database, ...given);

describe("reading what was used", () => {
  it("gives every day of the period, groups, and says which day is provisional where", async () => {
    const { ctx, projectId } = await makeScene("Pacific/Auckland", "2026-11-20T12:00:00Z");
    await makeCall(ctx, { projectId });
    await makeCall(ctx, { projectId, purpose: "episode.check", ...BUILT_IN_MODEL });
    await makeCall(ctx, { occurredAt: new Date("2026-11-19T12:00:00Z") });
    const usage = await getUsage(ctx, { from: "2026-11-19", until: "2026-11-22" });
    expect(usage).toMatchObject({
      zone: "Pacific/Auckland",
      today: "2026-11-21",
      total: { callCount: 3, costNanos: 2n * CALL_COST, uncachedInputTokens: 3000, outputTokens: 300 },
      byDay: [
        { date: "2026-11-19", callCount: 0, isProvisional: false },
        { date: "2026-11-20", callCount: 1, isProvisional: false },
        { date: "2026-11-21", callCount: 2, isProvisional: true },
        { date: "2026-11-22", callCount: 0, isProvisional: true },
      ],
      byModel: [
        { model: "small", callCount: 2 },
        { ...BUILT_IN_MODEL, callCount: 1, costNanos: 0n },
      ],
      byPurpose: [
        { label: "Writing", callCount: 2 },
        { label: "Checking", callCount: 1 },
      ],
    });
    expect(usage.byProject).toEqual([
      expect.objectContaining({ projectId, title: "Quay", callCount: 2 }),
      expect.objectContaining({ projectId: null, title: null, callCount: 1 }),
    ]);
    const ofProject = await getUsage(ctx, { projectId });
    expect(ofProject.total.callCount).toBe(2);
    expect(ofProject.byDay).toHaveLength(30);
    expect(ofProject.byDay.at(-1)?.date).toBe("2026-11-21");
  });

  it("divides the cost of a day by what it went into", async () => {
    const { ctx, clock } = await makeScene("UTC", "2026-11-20T12:00:00Z");
    const yesterday = new Date("2026-11-19T12:00:00Z");
    await makeCall(ctx, {});
    await makeCall(ctx, { purpose: "episode.check" });
    await makeCall(ctx, { purpose: "episode.check", occurredAt: yesterday });
    await makeCall(ctx, { purpose: "episode.gather", occurredAt: yesterday, ...BUILT_IN_MODEL });
    await makeCall(ctx, { occurredAt: new Date("2026-11-18T12:00:00Z") });
    const parts = [
      { date: "2026-11-19", purpose: "episode.check", costNanos: CALL_COST },
      { date: "2026-11-20", purpose: "episode.check", costNanos: CALL_COST },
      { date: "2026-11-20", purpose: "episode.write", costNanos: CALL_COST },
    ];
    const read = async () => {
      const { purposesOfDays } = await getUsage(ctx, { from: "2026-11-19", until: "2026-11-20" });
      return purposesOfDays.toSorted((a, b) =>
        `${a.date}${a.purpose}`.localeCompare(`${b.date}${b.purpose}`),
      );
    };
    expect(await read()).toEqual(parts);
    await rollUpDays({ db: database.worker, clock, keys: testKeys });
    expect(await read()).toEqual(parts);
  });

  it("keeps the name of a removed project", async () => {
    const { ctx, projectId } = await makeScene();
    await makeCall(ctx, { projectId });
    await inOrganization(ctx, ({ tx }) => tx.project.updateMany({ data: { deletedAt: new Date() } }));
    expect((await getUsage(ctx, {})).byProject).toMatchObject([{ title: "Quay" }]);
  });

  it("compares each group with the period of the same length before", async () => {
    const { ctx, projectId, userId } = await makeScene();
    await makeCall(ctx, { projectId });
    // The week before ends on the 13th; the day before it is of no interest.
    for (const day of ["13", "07", "06"])
      await makeCall(ctx, { projectId, occurredAt: new Date(`2026-11-${day}T12:00:00Z`) });
    await makeCall(ctx, { purpose: "episode.check", occurredAt: new Date("2026-11-13T23:59:59.999Z") });
    const usage = await getUsage(ctx, { from: "2026-11-14", until: "2026-11-20" });
    expect(usage.total).toMatchObject({ callCount: 1, costNanos: CALL_COST });
    expect(usage.previous).toMatchObject({
      from: "2026-11-07",
      until: "2026-11-13",
      total: { callCount: 3, costNanos: 3n * CALL_COST },
    });
    expect(usage.previous.byDay.map(({ date, callCount }) => `${date.slice(8)}: ${callCount}`)).toEqual([
      "07: 1",
      "08: 0",
      "09: 0",
      "10: 0",
      "11: 0",
      "12: 0",
      "13: 2",
    ]);
    expect(usage.byProject).toMatchObject([{ projectId, previousCostNanos: 2n * CALL_COST }]);
    expect(usage.byModel).toMatchObject([{ model: "small", previousCostNanos: 3n * CALL_COST }]);
    expect(usage.byPurpose).toMatchObject([{ purpose: "episode.write", previousCostNanos: 2n * CALL_COST }]);
    expect(usage.byPerson).toMatchObject([{ userId, previousCostNanos: 3n * CALL_COST }]);
    const ofProject = await getUsage(ctx, { from: "2026-11-14", until: "2026-11-20", projectId });
    expect(ofProject.previous.total.callCount).toBe(2);
  });

  it("tells by whom it was asked for, and what the cadence asked for", async () => {
    const made = await makeScene();
    const { ctx, userId, clock } = made;
    await makeCall(ctx);
    await makeCall(ctx, { userId: null });
    await makeCall(ctx, { userId: null });
    const editor = await asMember(made, "EDITOR");
    const asked = async () => {
      const { byPerson } = await getUsage(ctx, {});
      return byPerson.map((row) => [row.userId, row.name?.slice(0, 7) ?? null, row.callCount]);
    };
    expect(await asked()).toEqual([
      [null, null, 2],
      [userId, "Person ", 1],
    ]);
    await rollUpDays({ db: database.worker, clock, keys: testKeys });
    await makeCall(editor, { occurredAt: new Date("2026-11-19T12:00:00Z") });
    expect(await asked()).toHaveLength(3);
  });

  it("tells what each episode cost, and for each person who opened it", async () => {
    const made = await makeScene();
    const { ctx, projectId, clock } = made;
    const [dear, cheap, older] = [
      await makeEpisode(ctx, projectId, { number: 1, title: "Dear" }),
      await makeEpisode(ctx, projectId, { number: 2, title: "Cheap" }),
      await makeEpisode(ctx, projectId, { number: 3, title: "Older" }),
    ];
    for (const { id: episodeId } of [dear, dear, dear, cheap]) await makeCall(ctx, { projectId, episodeId });
    await makeCall(ctx, { projectId, episodeId: older.id, occurredAt: new Date("2026-09-01T12:00:00Z") });
    await makeCall(ctx, { projectId });
    const readers = [await asMember(made, "READER"), await asMember(made, "READER")];
    for (const [reader, episode] of [
      [readers[0], dear],
      [readers[0], dear],
      [readers[1], dear],
      [readers[1], older],
    ] as const) {
      const event = { type: "episode_opened", data: {}, projectId, episodeId: episode.id } as const;
      await inOrganization({ ...ctx, ...reader }, (inside) => recordEvent(inside, event));
    }
    const expected = {
      byEpisode: [
        {
          episodeId: dear.id,
          title: "Dear",
          number: 1,
          projectTitle: "Quay",
          callCount: 3,
          costNanos: 3n * CALL_COST,
          readerCount: 2,
          perReaderNanos: (3n * CALL_COST) / 2n,
        },
        { episodeId: cheap.id, costNanos: CALL_COST, readerCount: 0, perReaderNanos: null },
      ],
      episodes: {
        count: 2,
        costNanos: 4n * CALL_COST,
        perEpisodeNanos: 2n * CALL_COST,
        readerCount: 2,
        perReaderNanos: 2n * CALL_COST,
      },
    };
    expect(await getUsage(ctx, {})).toMatchObject(expected);
    await rollUpDays({ db: database.worker, clock, keys: testKeys });
    expect(await getUsage(ctx, { projectId })).toMatchObject(expected);
    expect(await getUsage(ctx, { from: "2026-08-01", until: "2026-08-31" })).toMatchObject({
      byEpisode: [],
      episodes: { count: 0, perEpisodeNanos: null, readerCount: 0, perReaderNanos: null },
    });
  });

  it("refuses a period that ends before it begins, spans years, or is none", async () => {
    const { ctx } = await makeScene();
    await expect(getUsage(ctx, { from: "2026-11-02", until: "2026-11-01" })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(getUsage(ctx, { from: "0001-01-01" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(getUsage(ctx, { from: "2026-02-30" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { from: expect.any(String) },
    });
  });

  it("shows another organization nothing, and is refused to an editor", async () => {
    const made = await makeScene();
    await makeCall(made.ctx, { projectId: made.projectId });
    const stranger = await makeScene();
    expect((await getUsage(stranger.ctx, { projectId: made.projectId })).total.callCount).toBe(0);
    expect((await getUsage(stranger.ctx, {})).total.callCount).toBe(0);
    await expect(getUsage(await asMember(made, "EDITOR"), {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
