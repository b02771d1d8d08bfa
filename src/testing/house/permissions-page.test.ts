import { expect, it } from "vitest";
import { PERMISSIONS } from "#domain/people/permissions.ts";
import { ROLES } from "#platform/context.ts";

const rolesUp = ROLES.toReversed();
const name = (role: string) => role[0] + role.slice(1).toLowerCase();

it("docs/permissions.md shows the table that the code asks", async () => {
  const rows = Object.entries(PERMISSIONS).map(([permission, rule]) => {
    const cells = rolesUp.map((role) => (rolesUp.indexOf(role) >= rolesUp.indexOf(rule.role) ? "yes" : ""));
    const note = "needsAllProjects" in rule ? ", with access to all projects" : "";
    return `| ${[`${rule.says}${note}`, `\`${permission}\``, ...cells].join(" | ")} |`;
  });
  const page = `# Who may do what

Written from \`src/domain/people/permissions.ts\` by \`npm run vitest -- run --project unit src/testing/house/permissions-page.test.ts -u\`.
A verb names what it needs; the linter refuses one that does not. Editors and readers can be given some projects only: the
database hides the others from them. What a person does with their own account (sessions, ways to sign in, their data)
needs no role.

| | | ${rolesUp.map(name).join(" | ")} |
|---|---|${rolesUp.map(() => ":-:|").join("")}
${rows.join("\n")}
`;
  await expect(page).toMatchFileSnapshot("../../../docs/permissions.md");
});
