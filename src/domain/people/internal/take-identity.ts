import { recordAudit } from "../../activity/record-audit.ts";
import type { ProviderProof } from "../provider-proof.ts";
import { enqueueNotice } from "./enqueue-notice.ts";
import { tellOrganizations } from "./tell-organizations.ts";

type Whose = Parameters<typeof tellOrganizations>[0];

/** Connects another service's account to a person, and tells them and their organizations. False when somebody has it already. */
export async function takeIdentity(
  whose: Whose,
  { provider, subject, label }: Pick<ProviderProof, "provider" | "subject" | "label">,
): Promise<boolean> {
  const { tx, userId, clock } = whose;
  // Of a person who is gone nothing is kept that could keep them from coming back.
  await tx.identity.deleteMany({ where: { provider, subject, user: { deletedAt: { not: null } } } });
  const now = clock.now();
  const { count } = await tx.identity.createMany({
    data: { userId, provider, subject, label, createdAt: now, lastUsedAt: now },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await tellOrganizations(whose, (ctx) =>
    recordAudit(ctx, {
      action: "person.connect-identity",
      targetType: "user",
      targetId: userId,
      after: { provider },
    }),
  );
  await enqueueNotice(tx, { userId, notice: "provider_connected" });
  return true;
}
