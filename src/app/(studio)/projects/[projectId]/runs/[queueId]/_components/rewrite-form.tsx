"use client";

import { rerunOne } from "#app/(studio)/_components/run-actions.ts";
import { ActionForm } from "#ui/action-form.tsx";
import { Choices } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

export interface RewriteChoice {
  value: string;
  label: string;
  hint: string;
}

/** Has the episode written again from a phase. What that hits and what it took last time is said before the button can be reached. */
export function RewriteForm({ queueId, choices }: { queueId: string; choices: readonly RewriteChoice[] }) {
  if (choices.length === 0) return null;
  return (
    <div className="mt-8">
      <Fold title="Write it again from a phase" hint="keeps what came before">
        <ActionForm action={rerunOne}>
          {(state) => (
            <>
              <input type="hidden" name="queueId" value={queueId} />
              <p className="mb-4 max-w-[65ch] text-soft">
                What the chosen phase and those after it have made is thrown away and made anew; that is paid
                for again. The phases before it are kept.
              </p>
              <Choices
                name="phase"
                legend="Begin with"
                choices={choices}
                defaultValue={choices.at(-1)?.value}
                error={state.fields?.phase}
              />
              <div className="mt-4">
                <SubmitButton tone="danger" pending="Starting…">
                  Throw that away and write again
                </SubmitButton>
              </div>
            </>
          )}
        </ActionForm>
      </Fold>
    </div>
  );
}
