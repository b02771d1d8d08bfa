"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { stopOne, withdrawOne } from "../../note-actions.ts";

interface EndFormProps {
  note: { id: string; revision: number };
  /** Taken back before an episode has it, or stopped for those that come. */
  how: "withdraw" | "stop";
}

/** Ends a note. */
export function EndForm({ note, how }: EndFormProps) {
  return (
    <ActionForm action={how === "withdraw" ? withdrawOne : stopOne}>
      {() => (
        <>
          <input type="hidden" name="noteId" value={note.id} />
          <input type="hidden" name="revision" value={note.revision} />
          <p className="mb-3 max-w-[60ch] text-soft">
            {how === "withdraw"
              ? "No episode takes it up. It stays on your list as withdrawn."
              : "The episodes that come do without it. What it has changed stays as it is."}
          </p>
          <SubmitButton tone="danger" pending="One moment…">
            {how === "withdraw" ? "Withdraw the note" : "Stop the note"}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
