import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { getMember } from "#domain/people/get-member.ts";
import { isAtLeast, may } from "#domain/people/permissions.ts";
import { listProjects } from "#domain/projects/list-projects.ts";
import { inOrganization } from "#platform/database.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ConfirmButton } from "#ui/confirm-button.tsx";
import { Page, PageHeader, Section } from "#ui/page-header.tsx";
import { roleName } from "#ui/role-name.ts";
import { TypedConfirmation } from "#ui/typed-confirmation.tsx";
import { When } from "#ui/when.tsx";
import { AccessForm } from "./_components/access-form.tsx";
import { RemoveMemberForm } from "./_components/remove-member-form.tsx";
import { RoleForm } from "./_components/role-form.tsx";
import { SignOutMemberForm } from "./_components/sign-out-member-form.tsx";
import { handOver } from "./member-actions.ts";

export const metadata: Metadata = { title: "Member" };

/** One member: what they may do and see, and what can be done about it. */
export default async function MemberPage({ params }: { params: Promise<{ userId: string }> }) {
  const { userId } = await params;
  const { ctx, person, organization } = await requireSignedIn();
  const { member, projects } = await orNotFound(
    inOrganization(ctx, async (inside) => ({
      member: await getMember(inside, { userId }),
      projects: await listProjects(inside, {}),
    })),
  );
  const zone = person.timeZone ?? organization.reportingZone;
  const name = member.name || member.email || "This member";
  const isMe = member.userId === person.id;
  const isOwner = may(ctx.actor, "organization.transfer");
  const isInReach = isAtLeast(organization.role, member.role);
  const isNarrow = member.role === "EDITOR" || member.role === "READER";
  return (
    <Page narrow>
      <PageHeader eyebrow={`Member of ${organization.name}`} title={name}>
        <p className="break-all">
          {member.email}
          {member.isEmailVerified ? null : " (not proven yet)"}
        </p>
        <p>
          {roleName(member.role)}, here since <When at={member.joinedAt} zone={zone} />.{" "}
          {member.lastSeenAt ? (
            <>
              Last seen <When at={member.lastSeenAt} zone={zone} now={ctx.clock.now()} />.{" "}
            </>
          ) : null}
          {member.hasSecondFactor ? "Has a second factor." : "Has no second factor."}
        </p>
      </PageHeader>
      {isInReach ? null : (
        <p className="text-soft">Only an owner can change what an owner may do, or remove one.</p>
      )}
      {isInReach && may(ctx.actor, "member.change") ? (
        <>
          <Section title="Role">
            <RoleForm userId={userId} role={member.role} mayMakeOwner={isOwner} />
          </Section>
          {isNarrow ? (
            <Section title="What they see">
              {member.projects?.length === 0 ? (
                <p className="mb-3 text-warn">
                  The projects that were chosen for them are gone: they see none at present.
                </p>
              ) : null}
              <AccessForm
                userId={userId}
                projects={projects.map(({ id, title }) => ({ id, title }))}
                chosen={member.projects?.map(({ id }) => id) ?? null}
              />
            </Section>
          ) : null}
          <Section title="Sessions">
            <p className="mb-3 text-soft">
              Browsers that are signed in to this organisation: {member.sessions}.
            </p>
            {isMe ? <ButtonLink href="/account/sessions">See all your sessions</ButtonLink> : null}
            {member.sessions > 0 && !isMe ? <SignOutMemberForm userId={userId} /> : null}
          </Section>
        </>
      ) : null}
      {isMe ? null : (
        <div className="mt-12 flex flex-wrap gap-3 border-t border-line pt-6">
          {isOwner && member.role !== "OWNER" ? (
            <ConfirmButton
              label="Hand the organisation over…"
              title={`Make ${name} the owner?`}
              description={`${name} becomes an owner, and you become an administrator. Only an owner can undo that. To go on, type the name of the organisation.`}
            >
              <TypedConfirmation
                action={handOver}
                hidden={{ userId }}
                name="name"
                what="The name"
                exactly={organization.name}
                pending="Handing it over…"
              >
                Hand it over
              </TypedConfirmation>
            </ConfirmButton>
          ) : null}
          {isInReach && may(ctx.actor, "member.remove") ? (
            <ConfirmButton
              tone="danger"
              label="Remove…"
              title={`Remove ${name}?`}
              description="They are out at once. What they wrote and added stays. They come back only by another invitation."
            >
              <RemoveMemberForm userId={userId} />
            </ConfirmButton>
          ) : null}
        </div>
      )}
    </Page>
  );
}
