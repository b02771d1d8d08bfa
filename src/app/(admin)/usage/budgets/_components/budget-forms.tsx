"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { dropBudget, saveBudget } from "../actions.ts";
import type { AskedBudget } from "../budget-address.ts";

/** Saves what was previewed, as it was typed. */
export function SaveBudget({ asked, label }: { asked: AskedBudget; label: string }) {
  return (
    <ActionForm action={saveBudget}>
      {(state) => (
        <>
          {Object.values(state.fields ?? {}).map((problem) => (
            <p key={problem} className="mb-3 text-bad">
              {problem}
            </p>
          ))}
          <input type="hidden" name="project" value={asked.project} />
          <input type="hidden" name="window" value={asked.window} />
          <input type="hidden" name="ceiling" value={asked.ceiling ?? ""} />
          <input type="hidden" name="hold" value={asked.isHard ? "hard" : "soft"} />
          <SubmitButton pending="Saving…">{label}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

export function RemoveBudget({ budgetId }: { budgetId: string }) {
  return (
    <ActionForm action={dropBudget}>
      {() => (
        <>
          <input type="hidden" name="budgetId" value={budgetId} />
          <SubmitButton tone="danger" pending="Removing…">
            Remove this ceiling
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
