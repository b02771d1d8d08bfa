import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { canMoveNote, NOTE_STATUSES } from "#domain/planning/note-states.ts";
import { canMove, QUEUE_STATUSES } from "#domain/schedule/states.ts";

describe("docs/states.md", () => {
  it("draws the moves of a run that the code allows, and no others", async () => {
    const drawn = await movesDrawnUnder("A row of `episode_schedule_queue`");
    const allowed = QUEUE_STATUSES.flatMap((from) =>
      QUEUE_STATUSES.filter((to) => canMove(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(drawn.toSorted()).toEqual(allowed.toSorted());
  });

  it("draws the moves of a planning note that the code allows, and no others", async () => {
    const drawn = await movesDrawnUnder("A planning note");
    const allowed = NOTE_STATUSES.flatMap((from) =>
      NOTE_STATUSES.filter((to) => canMoveNote(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(drawn.toSorted()).toEqual(allowed.toSorted());
  });
});

async function movesDrawnUnder(heading: string): Promise<string[]> {
  const page = await readFile("docs/states.md", "utf8");
  const part = page.split(`## ${heading}\n`)[1] ?? "";
  const diagram = /stateDiagram-v2\n([\s\S]*?)```/.exec(part)?.[1] ?? "";
  return [...diagram.matchAll(/^ {2}(\w+) --> (\w+)/gm)].map(([, from, to]) => `${from} → ${to}`);
}
