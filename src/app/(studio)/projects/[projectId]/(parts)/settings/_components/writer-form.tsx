"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { Choices } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { saveWriter } from "../actions.ts";

interface WriterFormProps {
  projectId: string;
  version: number;
  writer: string;
  /** Which models would write, in words. */
  models: string;
}

export function WriterForm({ projectId, version, writer, models }: WriterFormProps) {
  const choices = [
    {
      value: "built-in",
      label: "The built-in writer",
      hint: "Chooses passages of the sources and quotes them as they are. Needs no key and costs nothing.",
    },
    {
      value: "model",
      label: "A language model",
      hint: `Tells the same passages in words of its own; quotations, links and sources are checked before anybody reads them. Every call costs. ${models}`,
    },
  ];
  return (
    <ActionForm action={saveWriter}>
      {(state) => (
        <>
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="version" value={version} />
          <Choices
            name="writer"
            legend={<span className="sr-only">Who writes the episodes</span>}
            choices={choices}
            defaultValue={typed(state, "writer", writer)}
            error={state.fields?.writer}
          />
          <SubmitButton className="mt-4" pending="Saving…">
            Save writer
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
