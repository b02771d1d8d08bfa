"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { signIn } from "../actions.ts";

export function SignInForm({ token }: { token: string }) {
  return (
    <div>
      <h1 className="title text-3xl">Sign in</h1>
      <p className="mt-2 mb-6">
        This link signs you in once, on this browser. You stay signed in for thirty days.
      </p>
      <ActionForm action={signIn}>
        {() => (
          <>
            <input type="hidden" name="token" value={token} />
            <SubmitButton className="w-full" pending="Signing in…">
              Sign in
            </SubmitButton>
          </>
        )}
      </ActionForm>
    </div>
  );
}
