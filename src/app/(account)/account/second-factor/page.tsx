import type { Metadata } from "next";
import { requireWhole } from "#app/session.ts";
import { describeDevice } from "#domain/people/describe-device.ts";
import { isRecentlyProven } from "#domain/people/personal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Page, PageHeader, Section } from "#ui/page-header.tsx";
import { ProveAgain } from "../_components/prove-again.tsx";
import { SignOutForm } from "../_components/sign-out-form.tsx";
import { AddPasskeyForm } from "../sign-in/_components/add-passkey-form.tsx";
import { BeginAppForm } from "../sign-in/_components/app-forms.tsx";

export const metadata: Metadata = { title: "Second factor" };

const HERE = "/account/second-factor";

/** Where somebody lands whose organization demands a second factor that they lack. Once there is one, it leads on. */
export default async function SecondFactorDemandedPage() {
  const { me, person, organization, organizations } = await requireWhole();
  const isDemanded = Boolean(organization?.requiresSecondFactor) && !person.hasSecondFactor;
  const canChange = isRecentlyProven(me);
  return (
    <Page narrow>
      {isDemanded ? (
        <PageHeader title={`${organization?.name} asks for a second factor`}>
          Whoever runs it decided that a password, a mail or another service is not enough to come in. Set up
          a passkey or an authenticator app, and it opens.
        </PageHeader>
      ) : (
        <PageHeader
          title={person.hasSecondFactor ? "Your second factor is set up" : "No second factor is asked for"}
          actions={
            <ButtonLink href="/" tone="primary">
              Continue
            </ButtonLink>
          }
        >
          You can add and remove factors among your ways to sign in.
        </PageHeader>
      )}
      {isDemanded && !canChange ? <ProveAgain to={HERE} /> : null}
      {/* It stays while the codes that it gave are shown. */}
      {canChange ? (
        <Section title="A passkey">
          <p className="mb-4 max-w-[62ch] text-soft">
            Kept by this device or your password manager. It then signs you in by itself.
          </p>
          <AddPasskeyForm device={describeDevice(me.from?.userAgent ?? null)} />
        </Section>
      ) : null}
      {isDemanded && canChange ? (
        <Section title="An authenticator app">
          <p className="mb-4 max-w-[62ch] text-soft">
            An app on your phone that shows a new code every half minute.
          </p>
          <BeginAppForm to={HERE} />
        </Section>
      ) : null}
      {isDemanded ? (
        <Section title="Not now?">
          <div className="flex flex-wrap items-center gap-3">
            {organizations.length > 1 ? (
              <ButtonLink href="/organizations">Go to another organisation</ButtonLink>
            ) : null}
            <SignOutForm />
          </div>
        </Section>
      ) : null}
    </Page>
  );
}
