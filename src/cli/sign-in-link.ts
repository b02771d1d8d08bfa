import { issueSignInToken } from "#domain/people/issue-sign-in-token.ts";
import { AppError } from "#platform/errors.ts";
import type { System } from "#platform/system.ts";

/**
 * A link that lets the person in once, within ten minutes; the installation's first person when nobody is named.
 *
 * @throws AppError NOT_FOUND when nobody has the address, or nobody is here yet.
 */
export async function makeSignInLink(system: System, origin: string, email?: string): Promise<string> {
  const { token } = await issueSignInToken(system, email ?? (await firstPerson(system)));
  return new URL(`/sign-in/${token}`, origin).href;
}

/** The demo's owner may have another address by now, or never have been made. */
async function firstPerson(system: System): Promise<string> {
  const first = await system.db.prisma.user.findFirst({
    where: { email: { not: null }, deletedAt: null },
    orderBy: { id: "asc" },
    select: { email: true },
  });
  if (first?.email) return first.email;
  throw new AppError("NOT_FOUND", "Nobody is here yet. Run `npm run episodic -- add-organization` first.");
}
