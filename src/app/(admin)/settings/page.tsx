import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { getOrganization } from "#domain/people/get-organization.ts";
import { timeZoneChoices } from "#domain/schedule/time-zones.ts";
import { ButtonLink } from "#ui/button.tsx";
import { formatPlural } from "#ui/format/format-count.ts";
import { Page, PageHeader, Section } from "#ui/page-header.tsx";
import { OrganizationForm } from "./_components/organization-form.tsx";

export const metadata: Metadata = { title: "Settings" };

/** The settings of the organisation as a whole; those of a series are with its project. */
export default async function OrganizationSettingsPage() {
  const { ctx } = await requireSignedIn();
  const organization = await orNotFound(getOrganization(ctx, {}));
  const { plan, projects, members, membersWithoutSecondFactor } = organization;
  return (
    <Page narrow>
      <PageHeader title="Settings">Of {organization.name} as a whole.</PageHeader>
      <OrganizationForm
        organization={organization}
        secondFactorHint={
          membersWithoutSecondFactor === 0
            ? `All ${members === 1 ? "of you" : `${members} members`} have one.`
            : `${membersWithoutSecondFactor} of ${formatPlural(members, "member")} ${membersWithoutSecondFactor === 1 ? "has" : "have"} none: they are asked to set one up before they see anything of this organisation.`
        }
        zones={timeZoneChoices(ctx.clock.now())}
      />
      <Section title="Models">
        <p className="mb-4 text-soft">
          Which language models write, for everybody, a project or a purpose; and whether they can be reached.
        </p>
        <ButtonLink href="/settings/models">Choose models</ButtonLink>
      </Section>
      <Section title="Plan">
        <p>
          {plan.name}: {formatPlural(projects, "project")}
          {Number.isFinite(plan.projectLimit) ? ` of ${plan.projectLimit}` : ", as many as you like"}.
        </p>
        <p className="mt-1 text-soft">
          A plan limits the number of projects, never how often their episodes appear. Whoever runs this
          installation changes it.
        </p>
      </Section>
      <div className="mt-12 border-t border-line pt-6">
        <Section title="Leave this organisation">
          <p className="mb-4 text-soft">
            You are out at once, and come back only by another invitation. An organisation keeps at least one
            owner.
          </p>
          <ButtonLink href="/organizations">Go to your organisations</ButtonLink>
        </Section>
      </div>
    </Page>
  );
}
