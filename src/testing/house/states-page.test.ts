import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { canMove, QUEUE_STATUSES } from "#domain/schedule/states.ts";

describe("docs/states.md", () => {
  it("draws the moves of a run that the code allows, and no others", async () => {
    const page = await readFile("docs/states.md", "utf8");
    const diagram = /stateDiagram-v2\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
    const drawn = [...diagram.matchAll(/^ {2}(\w+) --> (\w+)/gm)].map(([, from, to]) => `${from} → ${to}`);
    const allowed = QUEUE_STATUSES.flatMap((from) =>
      QUEUE_STATUSES.filter((to) => canMove(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(drawn.toSorted()).toEqual(allowed.toSorted());
  });
});
