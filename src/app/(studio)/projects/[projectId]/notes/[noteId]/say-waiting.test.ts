import { expect, test } from "vitest";
import { sayWaiting } from "./say-waiting.ts";

const NOTE = {
  status: "UNDERSTOOD",
  attention: null,
  scope: "NEXT_EPISODE",
  untilDate: null,
  isMerged: false,
  isStopped: false,
} as const;
const IDLE = { frozen: null, nextSlotAt: null, zone: "Europe/Berlin" };
const AT = new Date("2026-11-23T13:02:00Z");

test("what is understood is planned for the next episode, and its slot is told", () => {
  expect(sayWaiting(NOTE, IDLE)).toEqual(["It is planned for the next episode that is begun."]);
  expect(sayWaiting(NOTE, { ...IDLE, nextSlotAt: AT })).toEqual([
    "It is planned for the next episode that is begun. It is due Mon 23 Nov, 14:02 Berlin.",
  ]);
});

test("while an episode is being written it counts for the one after it, and says from when that one knows", () => {
  expect(sayWaiting(NOTE, { ...IDLE, frozen: { number: 7, at: AT } })).toEqual([
    "Episode 7 is being written from what was known at 14:02; this counts for episode 8.",
  ]);
});

test("a note that an editor looks at first says why, whatever is being written", () => {
  const frozen = { number: 7, at: AT };
  expect(sayWaiting({ ...NOTE, attention: "CORRECTION" }, { ...IDLE, frozen })[0]).toMatch(
    /^An editor looks at it first, because a correction is printed word for word/,
  );
  expect(sayWaiting({ ...NOTE, attention: "CONTRADICTION" }, IDLE)[0]).toMatch(/asks for the opposite/);
});

test("one that was merged goes with the other, and one that is over waits for nothing", () => {
  expect(sayWaiting({ ...NOTE, isMerged: true }, IDLE)[0]).toMatch(/goes with it/);
  for (const status of ["USED", "PARTLY_USED", "DECLINED", "WITHDRAWN"] as const)
    expect(sayWaiting({ ...NOTE, status }, IDLE)).toEqual([]);
});

test("one that was used and stands for longer says for how long", () => {
  expect(sayWaiting({ ...NOTE, status: "USED", scope: "UNTIL_DATE", untilDate: "2026-12-03" }, IDLE)).toEqual(
    ["It counts for every episode until Thu 3 Dec 2026."],
  );
  expect(sayWaiting({ ...NOTE, status: "USED", scope: "ALWAYS", isStopped: true }, IDLE)).toEqual([]);
});
