import { requireWhole } from "#app/session.ts";
import { hasPassword } from "#domain/people/has-password.ts";
import { listIdentities } from "#domain/people/list-identities.ts";
import { listMyFactors } from "#domain/people/list-my-factors.ts";
import { isRecentlyProven, type Me } from "#domain/people/personal.ts";
import { env } from "#platform/env.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Fold } from "#ui/fold.tsx";
import { Section } from "#ui/page-header.tsx";
import { RemovePasswordForm, SavePasswordForm } from "./password-forms.tsx";

/** The password of the person who is signed in: set, changed, removed. */
export async function PasswordSection() {
  const { me, person } = await requireWhole();
  const isSet = await hasPassword(me, {});
  const isProven = isRecentlyProven(me);
  const mayType = isSet || isProven;
  return (
    <Section title="Password">
      <p className="mb-4 max-w-[62ch] text-soft">
        {isSet
          ? "You can sign in with your address and your password. A change signs you out everywhere else."
          : "You have none, and need none. One is of use where you can't read your mail."}
      </p>
      {mayType ? (
        <SavePasswordForm email={person.email ?? ""} hasPassword={isSet} asksCurrent={!isProven} />
      ) : (
        <SignInAgain>Sign in again to set one</SignInAgain>
      )}
      {isSet ? (
        <div className="mt-6">
          {isProven ? null : (
            <p className="mb-4 max-w-[62ch] text-sm text-soft">
              Forgotten it? Sign in again another way; for fifteen minutes after that, a new one can be set
              without the old.
            </p>
          )}
          <Fold title="Remove the password">
            <p className="mb-4 max-w-[62ch]">{await sayWhatRemains(me)}</p>
            {isProven ? <RemovePasswordForm /> : <SignInAgain>Sign in again to remove it</SignInAgain>}
          </Fold>
        </div>
      ) : null}
    </Section>
  );
}

function SignInAgain({ children }: { children: string }) {
  return <ButtonLink href="/sign-in/again?to=/account/sign-in">{children}</ButtonLink>;
}

/** What they come in by without it: somebody must know before they are left with nothing of their own. */
async function sayWhatRemains(me: Me): Promise<string> {
  if (env().SMTP_URL) return "After that, you sign in by a code that is sent to your address.";
  const [{ passkeys }, identities] = [await listMyFactors(me, {}), await listIdentities(me, {})];
  if (passkeys.length > 0) return "After that, you sign in by your passkey.";
  if (identities.length > 0) return "After that, you sign in by the other service that you connected.";
  return "Nothing else of yours lets you in, and no mail server is set up here. After that, you need a link that whoever runs Episodic prints for you, each time. Add a passkey first.";
}
