"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { signOutFirst } from "../actions.ts";

interface OtherAddressProps {
  mine: string;
  invited: string;
  token: string;
}

/** Somebody holds an invitation for another address than the one they are signed in with: both ways out. */
export function OtherAddress({ mine, invited, token }: OtherAddressProps) {
  return (
    <div className="space-y-5 border-t border-line pt-5">
      <p>
        You are signed in as <b className="font-medium break-words">{mine}</b>, and this invitation is for
        another address. To join, sign out and come back as {invited}. Or stay who you are, and ask for an
        invitation for {mine}.
      </p>
      <ActionForm action={signOutFirst}>
        {() => (
          <>
            <input type="hidden" name="token" value={token} />
            <span className="flex flex-wrap gap-3">
              <SubmitButton pending="Signing out…">Sign out and join</SubmitButton>
              <ButtonLink href="/">Stay who I am</ButtonLink>
            </span>
          </>
        )}
      </ActionForm>
    </div>
  );
}
