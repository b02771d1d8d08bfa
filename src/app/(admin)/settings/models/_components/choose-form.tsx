"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { Field } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { chooseModel } from "../actions.ts";
import { ModelFields, type ProviderOption } from "./model-fields.tsx";

/** What the form begins with. */
export interface ChoiceStart {
  projectId: string;
  purpose: string;
  provider: string;
  model: string;
  fallbackProvider: string;
  fallbackModel: string;
}

interface ChooseFormProps {
  start: ChoiceStart;
  providers: readonly ProviderOption[];
  projects: readonly { id: string; title: string }[];
  purposes: readonly { id: string; name: string }[];
}

/** Chooses a model for all projects or one, and for everything or one purpose. */
export function ChooseForm({ start, providers, projects, purposes }: ChooseFormProps) {
  return (
    <ActionForm action={chooseModel} className="max-w-2xl space-y-6">
      {(state) => (
        <>
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
            <Field name="projectId" label="For" error={state.fields?.projectId}>
              {(control) => (
                <select
                  className="control block w-full"
                  defaultValue={typed(state, "projectId", start.projectId)}
                  {...control}
                >
                  <option value="">All projects</option>
                  {projects.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field name="purpose" label="Purpose" error={state.fields?.purpose}>
              {(control) => (
                <select
                  className="control block w-full"
                  defaultValue={typed(state, "purpose", start.purpose)}
                  {...control}
                >
                  <option value="">Everything</option>
                  {purposes.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <ModelFields
            state={state}
            providers={providers}
            names={{ provider: "provider", model: "model", list: "writing-models" }}
            start={start}
            labels={{ provider: "Provider", model: "Model" }}
            hint="As the provider writes it. Any name can be typed."
          />
          <ModelFields
            state={state}
            providers={providers}
            names={{ provider: "fallbackProvider", model: "fallbackModel", list: "writing-models" }}
            start={{ provider: start.fallbackProvider, model: start.fallbackModel }}
            labels={{ provider: "When it can’t be reached", model: "Then this model" }}
            hint="Best of another provider: what fails is mostly a provider as a whole."
            none="Wait for it"
          />
          <SubmitButton pending="Choosing…">Choose this model</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
