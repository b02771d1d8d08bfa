import Link from "next/link";
import type { Role } from "#platform/context.ts";
import { formatPlural } from "#ui/format/format-count.ts";
import { roleName } from "#ui/role-name.ts";
import { RowHead, Table, Td, Th } from "#ui/table.tsx";
import { When } from "#ui/when.tsx";

interface MemberRow {
  userId: string;
  name: string;
  email: string | null;
  role: Role;
  projects: { id: string; title: string }[] | null;
  lastSeenAt: Date | null;
  hasSecondFactor: boolean;
  sessions: number;
}

interface MembersTableProps {
  members: readonly MemberRow[];
  zone: string;
  now: Date;
  /** The id of the person who looks. */
  me: string;
}

export function MembersTable({ members, zone, now, me }: MembersTableProps) {
  return (
    <Table caption="Members">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Role</Th>
          <Th wide>Projects</Th>
          <Th wide>Last seen</Th>
          <Th wide>Second factor</Th>
          <Th wide number>
            Sessions
          </Th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.userId}>
            <RowHead>
              <Link className="link break-words" href={`/members/${member.userId}`}>
                {member.name || member.email || "Without a name"}
              </Link>
              {member.userId === me ? <span className="text-soft"> (you)</span> : null}
              <span className="block text-sm break-all text-soft">{member.email}</span>
            </RowHead>
            <Td>{roleName(member.role)}</Td>
            <Td wide>{member.projects === null ? "All" : formatPlural(member.projects.length, "project")}</Td>
            <Td wide>
              {member.lastSeenAt ? <When at={member.lastSeenAt} zone={zone} now={now} /> : "Never"}
            </Td>
            <Td wide>{member.hasSecondFactor ? "Yes" : "No"}</Td>
            <Td wide number>
              {member.sessions}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
