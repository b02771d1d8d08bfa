import type { Metadata } from "next";
import { requireWhole } from "#app/session.ts";
import { describeDevice } from "#domain/people/describe-device.ts";
import { listMyFactors } from "#domain/people/list-my-factors.ts";
import { isRecentlyProven } from "#domain/people/personal.ts";
import { Page, PageHeader, Section } from "#ui/page-header.tsx";
import { AccountTabs } from "../_components/account-tabs.tsx";
import { ProveAgain } from "../_components/prove-again.tsx";
import { RenewCodesForm } from "./_components/app-forms.tsx";
import { AppSection } from "./_components/app-section.tsx";
import { IdentitiesSection } from "./_components/identities-section.tsx";
import { PasskeysSection } from "./_components/passkeys-section.tsx";
import { PasswordSection } from "./_components/password-section.tsx";
import { lastFactorWarning } from "./last-factor-warning.ts";

export const metadata: Metadata = { title: "Ways to sign in" };

/** Every way in that a person has, and the factors that stand beside it. */
export default async function WaysToSignInPage() {
  const { me, person, organization, organizations } = await requireWhole();
  const factors = await listMyFactors(me, {});
  const { authenticatorApp, passkeys, recoveryCodesLeft } = factors;
  const zone = person.timeZone ?? organization?.reportingZone ?? "UTC";
  const canChange = isRecentlyProven(me);
  const warning = lastFactorWarning(factors, organizations);
  return (
    <Page narrow>
      <PageHeader title="Ways to sign in">
        {person.hasSecondFactor
          ? "You have a second factor: whoever learns your password or reads your mail still can’t come in."
          : "You have no second factor yet. A passkey or an authenticator app keeps out who learns your password or reads your mail."}
      </PageHeader>
      <AccountTabs />
      {canChange ? null : <ProveAgain to="/account/sign-in" />}
      <PasskeysSection
        passkeys={passkeys}
        zone={zone}
        now={me.clock.now()}
        device={describeDevice(me.from?.userAgent ?? null)}
        canChange={canChange}
        lastOneWarning={warning}
      />
      <AppSection app={authenticatorApp} zone={zone} canChange={canChange} lastOneWarning={warning} />
      {person.hasSecondFactor ? (
        <Section title="Recovery codes">
          <p className="mb-4 max-w-[62ch] text-soft">
            {sayCodes(recoveryCodesLeft)} Each lets you in once when your second factor is lost.
          </p>
          {canChange ? <RenewCodesForm /> : null}
        </Section>
      ) : null}
      <PasswordSection />
      <IdentitiesSection />
    </Page>
  );
}

function sayCodes(left: number): string {
  if (left === 0) return "None of your recovery codes is left: make new ones.";
  return left === 1 ? "One of your recovery codes is left." : `${left} of your recovery codes are left.`;
}
