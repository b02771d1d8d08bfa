import { NONE } from "#domain/usage/call-filter.ts";
import type { Usage } from "#domain/usage/get-usage.ts";
import type { UsageCallLine } from "#domain/usage/list-calls.ts";
import { describePurpose } from "#domain/usage/purposes.ts";
import { modelName, type UsageFilter } from "./usage-address.ts";

interface Choice {
  value: string;
  label: string;
}

/** What the calls can be narrowed to, by the field of the filter. */
export type FilterChoices = Record<"project" | "purpose" | "model" | "person", Choice[]>;

/** What was used in the period; and what is asked for, though nothing of it was used. */
export function filterChoices(
  usage: Pick<Usage, "byProject" | "byPurpose" | "byModel" | "byPerson">,
  filter: UsageFilter,
  calls: readonly UsageCallLine[],
): FilterChoices {
  const { projectId, purpose, provider, model, userId } = filter;
  const [call] = calls;
  return {
    project: withAsked(
      usage.byProject.map((row) => ({ value: row.projectId ?? NONE, label: row.title ?? "No project" })),
      projectId,
      call?.project?.title ?? "Another project",
    ),
    purpose: withAsked(
      usage.byPurpose.map((row) => ({ value: row.purpose, label: row.label })),
      purpose,
      describePurpose(purpose ?? ""),
    ),
    model: withAsked(
      usage.byModel.map((row) => ({ value: modelName(row.provider, row.model), label: row.model })),
      provider && model ? modelName(provider, model) : undefined,
      model ?? "",
    ),
    person: withAsked(
      usage.byPerson.map((row) => ({
        value: row.userId ?? NONE,
        label: row.userId === null ? "The cadences" : row.name || "Without a name",
      })),
      userId,
      call?.person?.name ?? "Somebody else",
    ),
  };
}

function withAsked(choices: Choice[], asked: string | undefined, label: string): Choice[] {
  if (!asked || choices.some(({ value }) => value === asked)) return choices;
  return [...choices, { value: asked, label }];
}
