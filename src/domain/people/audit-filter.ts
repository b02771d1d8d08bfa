import { z } from "zod";
import { AUDIT_ACTIONS, type AuditAction } from "../activity/audit-actions.ts";

/** What of the audit log is asked for; what is left out is not asked. Dates are local ones of `zone`, both included. */
export const AuditFilter = z.object({
  zone: z.string(),
  /** A person's id, or `system` for scheduled work. */
  who: z.union([z.uuid(), z.literal("system")]).optional(),
  action: z
    .enum(Object.keys(AUDIT_ACTIONS) as [AuditAction, ...AuditAction[]], "There is no such action.")
    .optional(),
  /** A part of what was changed: its title, kind or id. */
  target: z.string().trim().max(200).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;
