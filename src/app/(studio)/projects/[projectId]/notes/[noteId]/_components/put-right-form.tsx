"use client";

import { INTENT_WORDS } from "#app/(studio)/_components/say-note.ts";
import { ActionForm } from "#ui/action-form.tsx";
import { Field, TextArea } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { putRight } from "../../understanding-actions.ts";

interface PutRightFormProps {
  note: { id: string; revision: number; paraphrase: string | null; intent: string | null };
}

/** Says in one sentence what was meant, where it was understood otherwise. */
export function PutRightForm({ note }: PutRightFormProps) {
  return (
    <ActionForm action={putRight} className="max-w-[65ch] space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="noteId" value={note.id} />
          <input type="hidden" name="revision" value={note.revision} />
          <TextArea
            name="paraphrase"
            label="What is meant, in one sentence"
            required
            rows={2}
            hint="Words alone, 300 characters at most. What it is about is read from this sentence."
            defaultValue={typed(state, "paraphrase", note.paraphrase ?? "")}
            error={state.fields?.paraphrase}
          />
          <Field name="intent" label="Meant as" error={state.fields?.intent}>
            {(control) => (
              <select
                className="control block w-full max-w-64"
                defaultValue={typed(state, "intent", note.intent ?? "OTHER")}
                {...control}
              >
                {Object.entries(INTENT_WORDS).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <SubmitButton tone="plain" pending="Putting it right…">
            Put it right
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
