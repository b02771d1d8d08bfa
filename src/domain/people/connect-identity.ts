import { AppError } from "#platform/errors.ts";
import { takeIdentity } from "./internal/take-identity.ts";
import { personal } from "./personal.ts";
import { ProviderProof } from "./provider-proof.ts";

/**
 * Connects another service's account, which the person has just shown to be theirs, as a way in. Connecting it again changes
 * nothing.
 *
 * @throws AppError CONFLICT when it is connected to somebody else.
 */
export const connectIdentity = personal(
  { input: ProviderProof, needsRecentProof: true },
  async (me, proof): Promise<void> => {
    if (await takeIdentity(me, proof)) return;
    const { provider, subject, providerName } = proof;
    const held = await me.tx.identity.findUnique({
      where: { provider_subject: { provider, subject } },
      select: { userId: true },
    });
    if (held?.userId === me.userId) return;
    throw new AppError(
      "CONFLICT",
      `That ${providerName} account is connected to another account here. Sign in with it and disconnect it there first.`,
    );
  },
);
