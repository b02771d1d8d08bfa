import type { Metadata } from "next";
import { cookies } from "next/headers";
import { requireWhole } from "#app/session.ts";
import { timeZoneChoices } from "#domain/schedule/time-zones.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Page, PageHeader, Section } from "#ui/page-header.tsx";
import { roleName } from "#ui/role-name.ts";
import { AccountTabs } from "./_components/account-tabs.tsx";
import { ProfileForm } from "./_components/profile-form.tsx";
import { SignOutForm } from "./_components/sign-out-form.tsx";
import { ThemeForm } from "./_components/theme-form.tsx";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { person, organization, me } = await requireWhole();
  const theme = (await cookies()).get("theme")?.value ?? "system";
  return (
    <Page narrow>
      <PageHeader title={person.name || "Your account"}>
        {person.email}
        {organization ? ` · ${roleName(organization.role).toLowerCase()} of ${organization.name}` : null}
      </PageHeader>
      <AccountTabs />
      <ProfileForm
        name={person.name}
        zone={person.timeZone ?? organization?.reportingZone ?? "UTC"}
        zones={timeZoneChoices(me.clock.now())}
      />
      <Section title="Appearance">
        <ThemeForm theme={theme} />
      </Section>
      <Section title="Organisations">
        <ButtonLink href="/organizations">See or leave your organisations</ButtonLink>
      </Section>
      <Section title="This browser">
        <SignOutForm />
      </Section>
    </Page>
  );
}
