import type { AuditAction } from "../../activity/audit-actions.ts";
import { recordAudit } from "../../activity/record-audit.ts";
import type { TxMe } from "../personal.ts";
import { enqueueNotice, type Notice } from "./enqueue-notice.ts";
import { tellOrganizations } from "./tell-organizations.ts";

interface FactorChange {
  action: AuditAction;
  /** What the person is told by mail; left out for what opens and closes nothing. */
  notice?: Notice;
  /** With a used recovery code: how many are left. */
  codesLeft?: number;
  /** What was changed; the person's own account when left out. */
  passkeyId?: string;
}

/**
 * Writes a change to a person's factors into the audit log of all their organizations and tells them by mail. No name, code or key
 * stands in either.
 */
export async function tellOfFactor(me: TxMe, change: FactorChange): Promise<void> {
  const { tx, userId } = me;
  const { action, notice, passkeyId, codesLeft } = change;
  const target = passkeyId
    ? { targetType: "passkey", targetId: passkeyId }
    : { targetType: "user", targetId: userId };
  await tellOrganizations(me, (ctx) => recordAudit(ctx, { action, ...target }));
  if (notice) await enqueueNotice(tx, { userId, notice, ...(codesLeft === undefined ? {} : { codesLeft }) });
}
