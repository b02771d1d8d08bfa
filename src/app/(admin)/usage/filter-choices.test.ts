import { expect, it } from "vitest";
import { filterChoices } from "./filter-choices.ts";

const sums = {
  callCount: 1,
  uncachedInputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
  costNanos: 0n,
  estimatedCount: 0,
  unpricedCount: 0,
  previousCostNanos: 0n,
};
const usage = {
  byProject: [
    { ...sums, projectId: "p", title: "Quay" },
    { ...sums, projectId: null, title: null },
  ],
  byPurpose: [{ ...sums, purpose: "episode.write", label: "Writing" }],
  byModel: [{ ...sums, provider: "openai", model: "gpt-5" }],
  byPerson: [{ ...sums, userId: null, name: null }],
};

it("offers what was used in the period", () => {
  const choices = filterChoices(usage, {}, []);
  expect(choices.project).toEqual([
    { value: "p", label: "Quay" },
    { value: "none", label: "No project" },
  ]);
  expect(choices.model).toEqual([{ value: "openai/gpt-5", label: "gpt-5" }]);
  expect(choices.person).toEqual([{ value: "none", label: "The cadences" }]);
});

it("offers what is asked for too, once, so that sending the form again asks for the same", () => {
  const filter = { projectId: "gone", purpose: "episode.write", provider: "x", model: "y", userId: "u" };
  const choices = filterChoices(usage, filter, []);
  expect(choices.project.at(-1)).toEqual({ value: "gone", label: "Another project" });
  expect(choices.purpose).toHaveLength(1);
  expect(choices.model.at(-1)).toEqual({ value: "x/y", label: "y" });
  expect(choices.person.at(-1)?.value).toBe("u");
});
