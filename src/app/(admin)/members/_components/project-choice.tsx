"use client";

import { Choices } from "#ui/field.tsx";
import { type FormState, typed } from "#ui/form-state.ts";

interface ProjectChoiceProps {
  state: FormState;
  projects: readonly { id: string; title: string }[];
  /** The ids that were chosen before; null for all projects. */
  chosen: readonly string[] | null;
}

/** All projects, or some of them. Works without a script: what is ticked counts when “some” is chosen. */
export function ProjectChoice({ state, projects, chosen }: ProjectChoiceProps) {
  const access = typed(state, "projectAccess", chosen ? "CHOSEN" : "ALL");
  const kept = state.values?.projectIds;
  const ticked = kept === undefined ? (chosen ?? []) : [kept].flat();
  return (
    <div>
      <Choices
        key={access}
        name="projectAccess"
        legend="Projects"
        defaultValue={access}
        error={state.fields?.projectAccess}
        choices={[
          { value: "ALL", label: "All projects, those to come included" },
          {
            value: "CHOSEN",
            label: "Some projects",
            hint: "For editors and readers. The others do not exist for them.",
          },
        ]}
      />
      {projects.length > 0 ? (
        <fieldset className="mt-2 ml-6.5 max-h-64 overflow-y-auto">
          <legend className="sr-only">Which projects</legend>
          {projects.map(({ id, title }) => (
            <label key={id} className="flex items-baseline gap-2.5 py-1.5">
              <input
                type="checkbox"
                name="projectIds"
                value={id}
                defaultChecked={ticked.includes(id)}
                className="size-4 shrink-0 translate-y-0.5"
              />
              <span className="min-w-0 break-words">{title}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {state.fields?.projectIds ? <p className="mt-1.5 text-sm text-bad">{state.fields.projectIds}</p> : null}
    </div>
  );
}
