import type { AuditAction } from "../../activity/audit-actions.ts";
import { recordAudit } from "../../activity/record-audit.ts";
import type { TxMe } from "../personal.ts";
import { tellOrganizations } from "./tell-organizations.ts";

type FactorAction = Extract<AuditAction, `person.${string}`>;

/** Writes a change to a person's factors into the audit log of all their organizations. No name, code or key stands there. */
export async function tellOfFactor(
  me: TxMe,
  action: FactorAction,
  target: { targetType: string; targetId: string } = { targetType: "user", targetId: me.userId },
): Promise<void> {
  await tellOrganizations(me, (ctx) => recordAudit(ctx, { action, ...target }));
}
