import { expect, it } from "vitest";
import { QueueStatus as StoredQueueStatus } from "#platform/db/generated/enums.ts";
import { canMove, mayRetry, mayRewrite, QUEUE_STATUSES } from "./states.ts";

/** Row: from. Column: to, in the order of QUEUE_STATUSES. */
const TABLE = `
            PEN GEN REA PUB HEL RET FAI QUA SKI CAN
PENDING      .   x   .   .   .   .   .   .   .   x
GENERATING   x   .   x   .   x   x   x   x   x   x
READY        x   .   .   x   .   .   .   .   .   x
PUBLISHED    .   .   .   .   .   .   .   .   .   .
HELD         x   .   .   .   .   .   .   .   .   x
RETRYING     x   x   .   .   .   .   .   .   .   x
FAILED       x   .   .   .   .   .   .   .   .   .
QUARANTINED  x   .   .   .   .   .   .   .   .   .
SKIPPED      x   .   .   .   .   .   .   .   .   .
CANCELLED    x   .   .   .   .   .   .   .   .   .
`;

it("allows the moves of the table and no others", () => {
  const moves = QUEUE_STATUSES.map((from) =>
    [from, ...QUEUE_STATUSES.map((to) => (canMove(from, to) ? "x" : "."))].join(" "),
  );
  const expected = TABLE.trim().split("\n").slice(1);
  expect(moves).toEqual(expected.map((line) => line.trim().split(/\s+/).join(" ")));
});

it("knows the statuses of the database, in its order", () => {
  expect(QUEUE_STATUSES).toEqual(Object.values(StoredQueueStatus));
});

it("lets people retry what has no episode, and rewrite what is ready too, but nothing that a worker or a reader has", () => {
  const ended = ["HELD", "RETRYING", "FAILED", "QUARANTINED", "SKIPPED", "CANCELLED"];
  expect(QUEUE_STATUSES.filter(mayRetry).toSorted()).toEqual(ended.toSorted());
  expect(QUEUE_STATUSES.filter(mayRewrite).toSorted()).toEqual([...ended, "READY"].toSorted());
});
