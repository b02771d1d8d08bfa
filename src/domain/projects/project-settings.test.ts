import { describe, expect, it } from "vitest";
import { ProjectSettings } from "./project-settings.ts";

const good = {
  title: "Onboarding",
  goal: "Know the house.\n\nThen the tools.",
  audience: "new engineers",
  minutes: "8",
};

function problems(change: Record<string, unknown>): Record<string, string[] | undefined> {
  const result = ProjectSettings.safeParse({ ...good, ...change });
  if (result.success) return {};
  return Object.fromEntries(result.error.issues.map((issue) => [issue.path.join("."), [issue.message]]));
}

describe("the settings of a project", () => {
  it("are trimmed, and minutes come as they are typed in a form", () => {
    expect(ProjectSettings.parse({ ...good, title: "  Onboarding " })).toEqual({ ...good, minutes: 8 });
  });

  it("keep line breaks in the goal alone", () => {
    expect(ProjectSettings.parse({ ...good, goal: "a\r\nb" }).goal).toBe("a\nb");
    expect(problems({ title: "a\nb" })).toEqual({
      title: ["The name must fit on one line, without line breaks or control characters."],
    });
  });

  it("tell how long a title of 10,000 characters is, and what is allowed", () => {
    expect(problems({ title: "x".repeat(10_000) })).toEqual({
      title: ["The name has 10,000 characters; 200 is the most. Shorten it."],
    });
  });

  it("refuse NUL bytes and lone surrogates, which the database cannot store", () => {
    expect(problems({ title: "a\0b" })).toHaveProperty("title");
    expect(problems({ goal: "a\0b" })).toHaveProperty("goal");
    expect(problems({ goal: "a\ud800b" })).toHaveProperty("goal");
    expect(problems({ audience: "a\u0007" })).toHaveProperty("audience");
  });

  it("ask for a name and a goal that say something", () => {
    expect(problems({ title: "   ", goal: "\n" })).toEqual({
      title: ["Give the project a name."],
      goal: ["Say what the series is for, in a sentence or two."],
    });
  });

  it.each(["", "0", "1", "31", "2.5", "many", Number.NaN, Number.POSITIVE_INFINITY])(
    "refuse %j minutes",
    (minutes) => {
      expect(problems({ minutes })).toHaveProperty("minutes");
    },
  );
});
