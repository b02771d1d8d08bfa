"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { trustOrigins } from "../memory-actions.ts";

interface TrustFormProps {
  projectId: string;
  trusted: readonly string[];
}

const CHOICES = [
  ["NOTE", "Planning notes", "Whatever a note of any member teaches counts at once."],
  ["CHAT", "Chats", "Whatever a conversation about an episode teaches counts at once."],
] as const;

/** Which proposals need no approval. */
export function TrustForm({ projectId, trusted }: TrustFormProps) {
  return (
    <ActionForm action={trustOrigins} className="max-w-[65ch] space-y-4">
      {() => (
        <>
          <input type="hidden" name="projectId" value={projectId} />
          <fieldset className="space-y-2">
            <legend className="mb-2 text-soft">
              As long as nothing is trusted, no memory is used that an editor has not approved. Trust an
              origin only where everybody who can write there may steer the series. What says otherwise than a
              memory that holds waits for an editor in any case, and so does everything from an episode: its
              words are those of sources, and text from sources never becomes memory by itself.
            </legend>
            {CHOICES.map(([value, label, hint]) => (
              <label key={value} className="grid grid-cols-[auto_1fr] gap-x-2.5">
                <input
                  type="checkbox"
                  name="origins"
                  value={value}
                  defaultChecked={trusted.includes(value)}
                  className="mt-[3px] size-4"
                />
                <span>{label}</span>
                <span className="col-start-2 text-sm text-soft">{hint}</span>
              </label>
            ))}
          </fieldset>
          <SubmitButton tone="plain" pending="Saving…">
            Save what is trusted
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
