import type { Role } from "#platform/context.ts";
import { formatPlural } from "#ui/format/format-count.ts";
import { Pill } from "#ui/pill.tsx";
import { roleName } from "#ui/role-name.ts";
import { When } from "#ui/when.tsx";
import { InvitationForms } from "./invitation-forms.tsx";

interface InvitationRowProps {
  invitation: {
    id: string;
    email: string;
    role: Role;
    projectAccess: string;
    projectIds: string[];
    expiresAt: Date;
    isExpired: boolean;
    invitedBy: string | null;
  };
  zone: string;
  now: Date;
  mayAct: boolean;
}

export function InvitationRow({ invitation, zone, now, mayAct }: InvitationRowProps) {
  const { id, email, role, projectAccess, projectIds, expiresAt, isExpired, invitedBy } = invitation;
  return (
    <li className="border-b border-line py-4">
      <p className="break-all">{email}</p>
      <p className="mt-0.5 mb-3 text-sm text-soft">
        {roleName(role)}
        {projectAccess === "CHOSEN" ? ` of ${formatPlural(projectIds.length, "project")}` : null} · invited by{" "}
        {invitedBy ?? "Episodic"} ·{" "}
        {isExpired ? (
          <Pill tone="warn">expired</Pill>
        ) : (
          <>
            ends <When at={expiresAt} zone={zone} now={now} />
          </>
        )}
      </p>
      {mayAct ? <InvitationForms invitationId={id} email={email} isExpired={isExpired} /> : null}
    </li>
  );
}
