import type { MyFactors } from "#domain/people/list-my-factors.ts";
import type { MyOrganization } from "#domain/people/list-my-organizations.ts";

/**
 * What removing the only factor would do, or null while there is another. It is never refused: somebody whose device was stolen must be
 * able to take it out at once. What an organization demands is kept by closing it instead.
 */
export function lastFactorWarning(
  { authenticatorApp, passkeys }: MyFactors,
  organizations: readonly MyOrganization[],
): string | null {
  if (passkeys.length + (authenticatorApp ? 1 : 0) !== 1) return null;
  const closed = organizations
    .filter(({ requiresSecondFactor }) => requiresSecondFactor)
    .map(({ name }) => name);
  const gone = "This is your only second factor. Your recovery codes go with it.";
  if (closed.length === 0) return gone;
  const names = new Intl.ListFormat("en-GB").format(closed);
  return `${gone} ${names} ${closed.length === 1 ? "demands" : "demand"} one, and will be closed to you until you set up another.`;
}
