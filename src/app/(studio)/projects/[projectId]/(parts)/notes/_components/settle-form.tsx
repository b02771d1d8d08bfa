"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { actOnNotes } from "../actions.ts";

interface SettleFormProps {
  note: { id: string; revision: number };
  canAccept: boolean;
}

/** Ends the wait of one note: accepted, done, or declined with a reason. Its page then tells what was decided, and takes it back. */
export function SettleForm({ note, canAccept }: SettleFormProps) {
  return (
    <ActionForm action={actOnNotes} className="max-w-[65ch]">
      {(state) => (
        <>
          <input type="hidden" name="notes" value={`${note.id}:${note.revision}`} />
          <TextField
            name="reason"
            label="Reason"
            hint="Its author reads it. Declining needs one."
            maxLength={500}
            autoComplete="off"
            defaultValue={typed(state, "reason")}
            error={state.fields?.reason}
          />
          <div className="mt-4 flex flex-wrap gap-2">
            <SubmitButton tone="plain" name="act" value="decline" pending="Declining…">
              Decline
            </SubmitButton>
            <SubmitButton tone="plain" name="act" value="used" pending="Marking…">
              Mark done
            </SubmitButton>
            {canAccept ? (
              <SubmitButton name="act" value="accept" pending="Accepting…">
                Accept
              </SubmitButton>
            ) : null}
          </div>
        </>
      )}
    </ActionForm>
  );
}
