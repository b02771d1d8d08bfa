"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { actOnInvitation } from "../invitation-actions.ts";

interface InvitationFormsProps {
  invitationId: string;
  email: string;
  isExpired: boolean;
}

/** What can be done about an invitation that waits. */
export function InvitationForms({ invitationId, email, isExpired }: InvitationFormsProps) {
  const ofWhom = <span className="sr-only"> of {email}</span>;
  return (
    <ActionForm action={actOnInvitation}>
      {(state) => (
        <>
          <input type="hidden" name="invitationId" value={invitationId} />
          {typed(state, "link") ? (
            <div className="mb-4 max-w-xl">
              <TextField
                name={`link-${invitationId}`}
                label="The link to hand over"
                hint={`It lets in whoever opens it first, as ${email}: give it to that person alone.`}
                readOnly
                onFocus={(event) => event.currentTarget.select()}
                value={typed(state, "link")}
              />
            </div>
          ) : null}
          <span className="flex flex-wrap gap-2">
            <SubmitButton tone="plain" name="act" value="resend" pending="Sending…">
              Send again{ofWhom}
            </SubmitButton>
            {isExpired ? null : (
              <SubmitButton tone="plain" name="act" value="show-link" pending="Making it…">
                Show the link{ofWhom}
              </SubmitButton>
            )}
            <SubmitButton tone="quiet" name="act" value="revoke" pending="Taking it back…">
              Take back{ofWhom}
            </SubmitButton>
          </span>
        </>
      )}
    </ActionForm>
  );
}
