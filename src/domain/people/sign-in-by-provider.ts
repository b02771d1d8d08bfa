import type { Tx } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { System } from "#platform/system.ts";
import { openSession, type StartedSession } from "./internal/open-session.ts";
import { parseInput } from "./internal/parse-input.ts";
import { takeIdentity } from "./internal/take-identity.ts";
import { ProviderProof } from "./provider-proof.ts";

/**
 * Signs in whom another service proved to be theirs. The service's subject decides. One that nobody has connected lets in only the
 * person who has proved the address that the service vouches for, and is then connected to them: an address that either side did
 * not verify connects nothing, and an account of the same service that they have already is not joined by a second one (an employer
 * gives addresses to the next person).
 *
 * @throws AppError NOT_NOW when nobody is let in; the same text for every reason.
 */
export async function signInByProvider(system: System, input: ProviderProof): Promise<StartedSession> {
  const proof = parseInput(ProviderProof, input);
  return system.db.prisma.$transaction(async (tx) => {
    const userId =
      (await enterByIdentity(tx, system, proof)) ??
      (await enterByAddress(tx, system, proof)) ??
      // Somebody else's callback with the same account was faster.
      (await enterByIdentity(tx, system, proof));
    if (!userId) {
      throw new AppError(
        "NOT_NOW",
        `No account here is connected to that ${proof.providerName} account. Sign in another way, then connect it under Ways to sign in.`,
      );
    }
    return openSession(system, tx, { userId, method: "PROVIDER" });
  });
}

type Proof = ReturnType<typeof ProviderProof.parse>;

async function enterByIdentity(tx: Tx, { clock }: System, proof: Proof): Promise<string | null> {
  const { provider, subject, label } = proof;
  const [used] = await tx.identity.updateManyAndReturn({
    where: { provider, subject, user: { deletedAt: null } },
    data: { label, lastUsedAt: clock.now() },
    select: { userId: true },
  });
  return used?.userId ?? null;
}

async function enterByAddress(tx: Tx, system: System, proof: Proof): Promise<string | null> {
  if (!proof.verifiedEmail) return null;
  const person = await tx.user.findFirst({
    where: {
      email: proof.verifiedEmail,
      emailVerifiedAt: { not: null },
      deletedAt: null,
      identities: { none: { provider: proof.provider } },
    },
    select: { id: true },
  });
  if (!person) return null;
  await tx.$executeRaw`select set_config('app.user_id', ${person.id}, true)`;
  const isTaken = await takeIdentity({ ...system, tx, userId: person.id }, proof);
  return isTaken ? person.id : null;
}
