/** What pages call a person: whoever was deleted has no name any more. Null for nobody. */
export function displayedName(person: { name: string; deletedAt: Date | null } | null): string | null {
  if (!person) return null;
  if (person.deletedAt) return "a former member";
  return person.name || "somebody without a name";
}
