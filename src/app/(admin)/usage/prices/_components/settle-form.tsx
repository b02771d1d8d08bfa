"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { formatPlural } from "#ui/format/format-count.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { settleCalls } from "../actions.ts";

interface SettleFormProps {
  provider: string;
  model: string;
  /** How many calls there is a price for by now. */
  calls: number;
}

/** Settles by the prices that are there already. */
export function SettleForm({ provider, model, calls }: SettleFormProps) {
  return (
    <ActionForm action={settleCalls} className="mt-2">
      {() => (
        <>
          <input type="hidden" name="provider" value={provider} />
          <input type="hidden" name="model" value={model} />
          <SubmitButton tone="plain" pending="Settling…">
            Settle {formatPlural(calls, "call")} by the price that is there
            <span className="sr-only"> for {model}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
