"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { Choices } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { tryIt } from "../actions.ts";
import { ModelFields, type ProviderOption } from "./model-fields.tsx";

interface TryFormProps {
  start: { provider: string; model: string };
  providers: readonly ProviderOption[];
}

/** Asks one small thing of a model and says what came of it. */
export function TryForm({ start, providers }: TryFormProps) {
  return (
    <ActionForm action={tryIt} className="max-w-2xl space-y-6">
      {(state) => (
        <>
          <ModelFields
            state={state}
            providers={providers}
            names={{ provider: "providerToTry", model: "modelToTry", list: "all-models" }}
            refusedAs={{ provider: "provider", model: "model" }}
            start={start}
            labels={{ provider: "Provider to try", model: "Model to try" }}
          />
          <Choices
            key={typed(state, "does", "write")}
            name="does"
            legend="What it should do"
            defaultValue={typed(state, "does", "write")}
            choices={[
              { value: "write", label: "Write a sentence" },
              { value: "embed", label: "Turn a sentence into a vector", hint: "For embedding models." },
            ]}
          />
          <SubmitButton tone="plain" pending="Waiting for its answer…">
            Try it
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
