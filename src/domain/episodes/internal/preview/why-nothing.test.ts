import { expect, it } from "vitest";
import type { Directive } from "#domain/planning/directive.ts";
import { SteeringNote } from "#domain/planning/steer.ts";
import type { SectionChange } from "./compare-plans.ts";
import { whyNothing } from "./why-nothing.ts";

const plan = { sections: [], words: 500, minutes: 2, share: null, calls: [] };
const stays: SectionChange = { kind: "STAYS", heading: "Bell", from: 1, to: 1, comes: [], goes: [] };

function why(directive: Directive, change: Partial<Parameters<typeof whyNothing>[0]> = {}) {
  const note = SteeringNote.parse({ id: "n", text: "A wish.", directive });
  const pair = { without: plan, with: plan, verdict: null };
  return whyNothing({ note, writer: "built-in", pair, changes: [stays], ...change });
}

it.each<[Directive, RegExp]>([
  [{ kind: "TONE", wish: "" }, /built-in writer quotes/],
  [{ kind: "SCHEDULE", wish: "" }, /under Cadence/],
  [{ kind: "OTHER", wish: "" }, /Say in other words/],
  [{ kind: "CORRECT", passageIds: [], wrong: null, right: "x" }, /printed beside the passage/],
  [{ kind: "MORE_QUOTATIONS" }, /word for word/],
  [{ kind: "MORE_OF", terms: ["bell"] }, /do so without it/],
])("says why %j changes nothing of the outline", (directive, reason) => {
  expect(why(directive)).toMatch(reason);
});

it("lets a model follow a tone", () => {
  expect(why({ kind: "TONE", wish: "" }, { writer: "model" })).toMatch(/while it writes/);
});

it("gives the reason that code found", () => {
  const verdict = {
    noteId: "n",
    outcome: "NOT_USED",
    reason: "Told already.",
    measure: null,
    blocks: [],
  } as const;
  const pair = { without: plan, with: plan, verdict: { ...verdict, blocks: [] } };
  for (const kind of ["MORE_OF", "SKIP"] as const)
    expect(why({ kind, terms: ["bell"] }, { pair })).toBe("Told already.");
  expect(why({ kind: "CORRECT", passageIds: [], wrong: null, right: "x" }, { pair })).toBe("Told already.");
});

it("has nothing to say where a section or the length changes, and says so where there would be no episode", () => {
  expect(why({ kind: "SHORTER" }, { changes: [{ ...stays, kind: "MOVES" }] })).toBeNull();
  const longer = { without: plan, with: { ...plan, minutes: 3 }, verdict: null };
  expect(why({ kind: "LONGER" }, { pair: longer })).toBeNull();
  const none = { without: plan, with: "Everything has been told.", verdict: null };
  expect(why({ kind: "SKIP", terms: ["bell"] }, { pair: none, changes: [] })).toBe(
    "Everything has been told.",
  );
});
