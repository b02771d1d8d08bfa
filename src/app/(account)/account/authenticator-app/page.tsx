import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { safePath } from "#app/safe-path.ts";
import { requireMe } from "#app/session.ts";
import { findAuthenticatorSecret } from "#domain/people/find-authenticator-secret.ts";
import { isRecentlyProven } from "#domain/people/personal.ts";
import { Page, PageHeader } from "#ui/page-header.tsx";
import { QrCode } from "#ui/qr-code.tsx";
import { ConfirmAppForm } from "./_components/confirm-app-form.tsx";

export const metadata: Metadata = { title: "Authenticator app" };

interface AuthenticatorAppPageProps {
  searchParams: Promise<{ to?: string | string[] }>;
}

/** Shows the secret of the app that is being set up, to be read by a phone or typed, and takes its first code. */
export default async function AuthenticatorAppPage({ searchParams }: AuthenticatorAppPageProps) {
  const to = safePath((await searchParams).to, "/account/sign-in");
  const me = await requireMe();
  if (!isRecentlyProven(me)) redirect(`/sign-in/again?to=${encodeURIComponent(to)}`);
  const secret = await findAuthenticatorSecret(me, {});
  return (
    <Page narrow>
      <PageHeader title="Authenticator app">
        Any app that shows time-based codes will do, such as Aegis, 2FAS, 1Password, or those of Google and
        Microsoft.
      </PageHeader>
      <ConfirmAppForm to={to}>
        {secret ? (
          <div className="grid gap-x-8 gap-y-5 sm:grid-cols-[auto_1fr]">
            <QrCode text={secret.uri} label="Picture of the secret, for the camera of the app" />
            <div className="space-y-3 self-center">
              <p>Let the app read this picture. If it can’t, type this key instead, as a time-based one:</p>
              <p>
                <code className="block max-w-[24ch] rounded-md bg-sunk px-3 py-2 leading-relaxed break-words select-all">
                  {secret.typed}
                </code>
              </p>
            </div>
          </div>
        ) : null}
      </ConfirmAppForm>
    </Page>
  );
}
