import { expect, test } from "vitest";
import { sayDirective } from "./say-directive.ts";
import { sayIntent, sayScope, sayVotes } from "./say-note.ts";

test("a note is told by what it is meant as, for how long it counts, and who asks for it", () => {
  expect(sayIntent("MORE_OF", ["night ferry", "harbour"])).toBe("More of: night ferry, harbour");
  expect(sayIntent("LENGTH", [])).toBe("Length");
  expect(sayIntent(null, ["harbour"])).toBeNull();
  expect(sayScope("UNTIL_DATE", "2026-12-03")).toBe("Until Thu 3 Dec 2026");
  expect(sayScope("ALWAYS", null, true)).toBe("Every episode, stopped");
  expect(sayVotes(1)).toBeNull();
  expect(sayVotes(3)).toBe("3 people ask for this");
});

test.each([
  [{ kind: "LESS_OF", terms: ["tooling", "builds"] }, "Less of an episode is about “tooling” or “builds”."],
  [{ kind: "SHORTER" }, "Episodes are shorter."],
  [
    { kind: "CORRECT", passageIds: [], wrong: "ten boats", right: "nine boats" },
    "Instead of “ten boats” it says “nine boats”.",
  ],
  [{ kind: "CORRECT", passageIds: [], wrong: null, right: "nine boats" }, "It is put right: “nine boats”."],
  [{ kind: "OTHER", wish: "" }, "Something that no rule covers."],
  [{ kind: "SING" }, null],
  [null, null],
])("%j would do what is said: %s", (directive, says) => {
  expect(sayDirective(directive)).toBe(says);
});
