import type { Metadata } from "next";
import { safePath } from "#app/safe-path.ts";
import { listMyFactors } from "#domain/people/list-my-factors.ts";
import { Fold } from "#ui/fold.tsx";
import { SignOutForm } from "../../account/_components/sign-out-form.tsx";
import { AppCodeForm } from "./_components/app-code-form.tsx";
import { RecoveryForm } from "./_components/recovery-form.tsx";
import { SecondPasskey } from "./_components/second-passkey.tsx";
import { requireWaiting } from "./who-waits.ts";

export const metadata: Metadata = { title: "Second factor" };

interface SecondFactorPageProps {
  searchParams: Promise<{ to?: string | string[] }>;
}

/** Where somebody shows the second of their factors; until then nothing else opens. */
export default async function SecondFactorPage({ searchParams }: SecondFactorPageProps) {
  const to = safePath((await searchParams).to);
  const { me, person } = await requireWaiting(to);
  const { authenticatorApp, passkeys, recoveryCodesLeft } = await listMyFactors(me, {});
  return (
    <div className="space-y-6">
      <div className="space-y-2">
        <h1 className="title text-3xl">One more proof</h1>
        <p className="text-soft">
          You are coming in{person.email ? ` as ${person.email}` : ""}. Show your second factor within a
          quarter of an hour.
        </p>
      </div>
      {authenticatorApp ? <AppCodeForm to={to} /> : null}
      {passkeys.length > 0 ? <SecondPasskey to={to} /> : null}
      <Fold title="None of these is at hand">
        <div className="space-y-4">
          {recoveryCodesLeft > 0 ? <RecoveryForm to={to} /> : null}
          <p className="text-soft">
            {recoveryCodesLeft > 0 ? "Without a recovery code, ask" : "Ask"} whoever runs this installation
            for a sign-in link: on its machine, <code>npm run episodic -- sign-in-link --email</code> and your
            address print one that lets you in without a second factor.
          </p>
        </div>
      </Fold>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="text-soft">Not you, or not now?</span>
        <SignOutForm />
      </div>
    </div>
  );
}
