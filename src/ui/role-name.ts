const NAMES: Record<string, string> = {
  OWNER: "Owner",
  ADMIN: "Administrator",
  EDITOR: "Editor",
  READER: "Reader",
};

/** What people call a role: `ADMIN` is Administrator. */
export function roleName(role: string): string {
  return NAMES[role] ?? role;
}
