import { expect, it } from "vitest";
import { aboutsOf, blockWords, narrowest, passageWords } from "./note-place.ts";

it("offers the narrowest that is named and all that is wider", () => {
  expect(aboutsOf({ episodeId: "e", blockId: "b", passage: "words" })).toEqual([
    "passage",
    "block",
    "episode",
    "project",
  ]);
  expect(aboutsOf({ episodeId: "e" })).toEqual(["episode", "project"]);
  expect(narrowest({})).toBe("project");
});

it("takes at most a thousand characters along, and none of them half", () => {
  expect(passageWords("  The pilot\n\n boat ")).toBe("The pilot boat");
  expect(passageWords("x".repeat(3_000))).toHaveLength(1_000);
  expect(passageWords(`${"x".repeat(999)}🚢🚢`)).toBe("x".repeat(999));
  expect(blockWords(`${"word ".repeat(60)}`)).toMatch(/^word .*…$/);
  expect(blockWords("short")).toBe("short");
});
