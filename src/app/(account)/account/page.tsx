import type { Metadata } from "next";
import { cookies } from "next/headers";
import { requireSignedIn } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
import { ButtonLink } from "#ui/button.tsx";
import { zoneCity } from "#ui/format/zone-city.ts";
import { Page, PageHeader, Section } from "#ui/page-header.tsx";
import { SignOutForm } from "./_components/sign-out-form.tsx";
import { ThemeForm } from "./_components/theme-form.tsx";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { person, organization, ctx } = await requireSignedIn();
  const theme = (await cookies()).get("theme")?.value ?? "system";
  return (
    <Page narrow>
      <PageHeader title={person.name || "Your account"}>
        {person.email} · {organization.role.toLowerCase()} of {organization.name}
      </PageHeader>
      <Section title="Appearance">
        <ThemeForm theme={theme} />
      </Section>
      <Section title="Name and zones">
        <p className="mb-3 text-soft">
          Your times are shown in {zoneCity(person.timeZone ?? organization.reportingZone)} time; days of
          usage are those of {zoneCity(organization.reportingZone)}.
        </p>
        {may(ctx.actor, "organization.edit") ? <ButtonLink href="/welcome">Change them</ButtonLink> : null}
      </Section>
      <Section title="This browser">
        <SignOutForm />
      </Section>
    </Page>
  );
}
