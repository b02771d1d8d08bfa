"use client";

import type { ReactNode } from "react";
import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { decideOne } from "../conflict-actions.ts";

interface Side {
  id: string;
  /** Says of the button which note it means, for who does not see it beside. */
  label: string;
  note: ReactNode;
  isChosen: boolean;
  /** Choosing it is possible: it has not been planned or taken back. */
  mayChoose: boolean;
}

interface ChooseFormProps {
  conflictId: string;
  sides: readonly [Side, Side];
}

/** Two notes side by side, each with the button that chooses it. */
export function ChooseForm({ conflictId, sides }: ChooseFormProps) {
  return (
    <ActionForm action={decideOne}>
      {() => (
        <>
          <input type="hidden" name="conflictId" value={conflictId} />
          <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
            {sides.map(({ id, label, note, isChosen, mayChoose }) => (
              <div key={id} className={`border-l-2 pl-4 ${isChosen ? "border-good" : "border-line"}`}>
                {note}
                {mayChoose && !isChosen ? (
                  <div className="mt-3">
                    <SubmitButton tone="plain" name="chosenNoteId" value={id} pending="Choosing…">
                      This one<span className="sr-only">: {label}</span>
                    </SubmitButton>
                  </div>
                ) : null}
              </div>
            ))}
          </div>
        </>
      )}
    </ActionForm>
  );
}
