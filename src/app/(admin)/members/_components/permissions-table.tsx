import { PERMISSIONS } from "#domain/people/permissions.ts";
import { ROLES } from "#platform/context.ts";
import { roleName } from "#ui/role-name.ts";
import { RowHead, Table, Td, Th } from "#ui/table.tsx";

const ROLES_UP = ROLES.toReversed();

/** The table that the code asks, as it asks it. */
export function PermissionsTable() {
  return (
    <>
      <Table caption="Who may do what">
        <thead>
          <tr>
            <Th>May</Th>
            {ROLES_UP.map((role) => (
              <Th key={role}>{roleName(role)}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(PERMISSIONS).map(([permission, rule]) => (
            <tr key={permission}>
              <RowHead>
                {rule.says}
                {"needsAllProjects" in rule ? ", with access to all projects" : null}
              </RowHead>
              {ROLES_UP.map((role, rank) => (
                <Td key={role}>{rank >= ROLES_UP.indexOf(rule.role) ? "Yes" : "–"}</Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-4 max-w-[60ch] text-sm text-soft">
        Editors and readers can be given some projects only: the others do not exist for them. What somebody
        does with their own account needs no role.
      </p>
    </>
  );
}
