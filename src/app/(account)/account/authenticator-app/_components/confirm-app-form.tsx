"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { ActionForm } from "#ui/action-form.tsx";
import { buttonClass } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { RecoveryCodes } from "../../../_components/recovery-codes.tsx";
import { confirmApp } from "../../sign-in/app-actions.ts";

interface ConfirmAppFormProps {
  /** Where to go once it is set up. */
  to: string;
  /** The secret, as a picture and in letters; null when none waits to be confirmed. */
  children: ReactNode | null;
}

/** Takes the first code of the app, and then shows the recovery codes, this once. */
export function ConfirmAppForm({ to, children }: ConfirmAppFormProps) {
  return (
    <ActionForm action={confirmApp} className="space-y-6">
      {(state) => {
        if (state.done || !children) {
          return (
            <>
              {state.shownOnce ? <RecoveryCodes codes={state.shownOnce} /> : null}
              {state.done ? null : <p>No authenticator app waits to be set up.</p>}
              <Link href={to} className={buttonClass(state.done ? "primary" : "plain")}>
                {state.done ? "Continue" : "Go back"}
              </Link>
            </>
          );
        }
        return (
          <>
            {children}
            <div className="max-w-[16rem]">
              <TextField
                name="code"
                label="Code that the app shows now"
                inputMode="numeric"
                autoComplete="one-time-code"
                spellCheck={false}
                required
                maxLength={12}
                className="text-lg tracking-[0.2em]"
                error={state.fields?.code}
              />
            </div>
            <SubmitButton pending="Checking…">Confirm</SubmitButton>
          </>
        );
      }}
    </ActionForm>
  );
}
