import { z } from "zod";
import { readAnchors } from "../activity/audit-anchors.ts";
import { type AuditVerdict, verifyAudit } from "../activity/verify-audit.ts";
import { guarded } from "./verb.ts";

export interface AuditLogVerdict extends AuditVerdict {
  /** False where no anchors lie beside this process: an old head that was put back would not be found. */
  hasAnchors: boolean;
}

/** Verifies the organization's audit log, with the anchors of that file where there is one. */
export const verifyAuditLog = guarded(
  { needs: "audit.read", input: z.object({ anchorFile: z.string() }) },
  async (ctx, { anchorFile }): Promise<AuditLogVerdict> => {
    const anchors = await readAnchors(anchorFile, ctx.keys);
    const verdict = await verifyAudit(ctx, ctx.organizationId, { anchors });
    return { ...verdict, hasAnchors: anchors !== null };
  },
);
