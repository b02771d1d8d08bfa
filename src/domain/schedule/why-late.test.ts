import { expect, it } from "vitest";
import { type LateFacts, type LateReason, whyLate } from "./why-late.ts";

/** Minutes before or after the slot. */
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 7, 30 + minutes));
const SLOW: LateFacts = {
  slotAt: at(0),
  createdAt: at(-15),
  availableAt: at(-15),
  startedAt: at(-14),
  readyAt: at(5),
  errorCount: 0,
  isBegunAgain: false,
};

it.each<[LateReason, string, Partial<LateFacts>]>([
  ["SLOW", "was begun in time and took longer than there was", {}],
  ["READY", "was ready, and nobody published it", { readyAt: at(-1) }],
  [
    "READY",
    "was ready at its slot to the millisecond, whatever came before",
    { readyAt: at(0), errorCount: 3 },
  ],
  [
    "MADE_UP",
    "came into the queue only after its slot",
    { createdAt: at(60), availableAt: at(60), startedAt: at(61), readyAt: at(62) },
  ],
  ["TRIED_AGAIN", "had errors", { errorCount: 1, isBegunAgain: true, availableAt: at(2) }],
  ["BEGUN_LATE", "was held without an error", { isBegunAgain: true }],
  ["BEGUN_LATE", "was put back into the queue after its slot", { availableAt: at(3) }],
  ["NO_WORKER", "waited longer than it was written", { startedAt: at(4) }],
])("says %s of one that %s", (reason, _, facts) => {
  expect(whyLate({ ...SLOW, ...facts })).toBe(reason);
});
