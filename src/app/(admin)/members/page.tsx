import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { listInvitations } from "#domain/people/list-invitations.ts";
import { listMembers } from "#domain/people/list-members.ts";
import { may } from "#domain/people/permissions.ts";
import { listProjects } from "#domain/projects/list-projects.ts";
import { inOrganization } from "#platform/database.ts";
import { env } from "#platform/env.ts";
import { Fold } from "#ui/fold.tsx";
import { formatPlural } from "#ui/format/format-count.ts";
import { Page, PageHeader, Section } from "#ui/page-header.tsx";
import { InvitationRow } from "./_components/invitation-row.tsx";
import { InviteForm } from "./_components/invite-form.tsx";
import { MembersTable } from "./_components/members-table.tsx";
import { PermissionsTable } from "./_components/permissions-table.tsx";

export const metadata: Metadata = { title: "Members" };

/** Who belongs to the organisation, who was invited, and what each of them may do. */
export default async function MembersPage() {
  const { ctx, person, organization } = await requireSignedIn();
  const zone = person.timeZone ?? organization.reportingZone;
  const now = ctx.clock.now();
  const { members, invitations, projects } = await orNotFound(
    inOrganization(ctx, async (inside) => ({
      members: await listMembers(inside, {}),
      invitations: await listInvitations(inside, {}),
      projects: await listProjects(inside, {}),
    })),
  );
  const hasMail = env().SMTP_URL !== undefined;
  return (
    <Page>
      <PageHeader title="Members">
        {formatPlural(members.length, "person", "people")} in {organization.name}
        {invitations.length > 0 ? `, ${formatPlural(invitations.length, "invitation")} open` : null}.
      </PageHeader>
      <MembersTable members={members} zone={zone} now={now} me={person.id} />
      {invitations.length > 0 ? (
        <Section title="Invitations">
          <ul className="border-t border-line">
            {invitations.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                zone={zone}
                now={now}
                mayAct={may(ctx.actor, "member.invite")}
              />
            ))}
          </ul>
        </Section>
      ) : null}
      {may(ctx.actor, "member.invite") ? (
        <Section title="Invite somebody">
          <p className="mb-5 max-w-[60ch] text-soft">
            {hasMail
              ? "They get a mail with a link that works for seven days, for that address alone."
              : "No mail server is set up here: copy the link of the invitation and hand it over yourself. It works for seven days."}
          </p>
          <InviteForm projects={projects.map(({ id, title }) => ({ id, title }))} />
        </Section>
      ) : null}
      <div className="mt-10">
        <Fold title="Who may do what" hint="the four roles side by side">
          <PermissionsTable />
        </Fold>
      </div>
    </Page>
  );
}
