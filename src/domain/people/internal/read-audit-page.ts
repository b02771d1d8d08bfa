import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { AUDIT_ACTIONS } from "../../activity/audit-actions.ts";
import type { AuditFilter } from "../audit-filter.ts";
import { displayedName } from "../displayed-name.ts";
import { type AuditPageRow, auditPageSql } from "./audit-page.sql.ts";
import { type NamedTarget, nameTargets } from "./name-targets.ts";

/** A row of the audit log with everything in it called by its name. */
export interface AuditLine extends Omit<AuditPageRow, "actorKind" | "actorUserId" | "actorName"> {
  who: { kind: AuditPageRow["actorKind"]; id: string | null; name: string };
  /** What they did, to be read after who did it. */
  says: string;
  target: NamedTarget;
}

/** Up to `size` rows before a number, the newest first. */
export async function readAuditPage(
  { tx, organizationId }: TxCtx,
  filter: AuditFilter,
  { before, size }: { before: bigint | null; size: number },
): Promise<AuditLine[]> {
  const rows = await runSql(tx, auditPageSql, [
    organizationId,
    before,
    filter.who === "system" ? null : (filter.who ?? null),
    filter.who === "system",
    filter.action ?? null,
    filter.from ?? null,
    filter.until ?? null,
    filter.zone,
    filter.target || null,
    size,
  ]);
  const ids = rows.flatMap(({ actorUserId }) => actorUserId ?? []);
  const people = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, email: true, deletedAt: true },
  });
  const nameOf = new Map(people.map(({ id, email, ...person }) => [id, personName(person, email)]));
  const targets = await nameTargets(tx, organizationId, rows);
  return rows.map(({ actorKind, actorUserId, actorName, ...row }, index) => ({
    ...row,
    who: {
      kind: actorKind,
      id: actorUserId,
      name: actorUserId ? (nameOf.get(actorUserId) ?? "a former member") : (actorName ?? "nobody"),
    },
    says: sayAction(row.action),
    target: targets[index] ?? { type: row.targetType, name: null, link: null },
  }));
}

function personName(person: { name: string; deletedAt: Date | null }, email: string | null): string {
  return (person.deletedAt ? null : person.name || email) ?? displayedName(person) ?? "a former member";
}

function sayAction(action: string): string {
  return Object.hasOwn(AUDIT_ACTIONS, action) ? AUDIT_ACTIONS[action as keyof typeof AUDIT_ACTIONS] : action;
}
