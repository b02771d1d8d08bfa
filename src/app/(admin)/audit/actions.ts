"use server";

import path from "node:path";
import { attempt } from "#app/attempt.ts";
import { requireSignedIn } from "#app/session.ts";
import { ANCHOR_FILE } from "#domain/activity/audit-anchors.ts";
import { verifyAuditLog } from "#domain/people/verify-audit-log.ts";
import { env } from "#platform/env.ts";
import { AppError } from "#platform/errors.ts";
import { consume } from "#platform/rate-limit.ts";
import type { FormState } from "#ui/form-state.ts";
import { sayVerdict } from "./say-verdict.ts";

export async function verifyChain(_: FormState, form: FormData): Promise<FormState> {
  const { ctx, organization, person } = await requireSignedIn();
  return attempt(form, async () => {
    await consume(ctx, "verifyAudit", ctx.organizationId);
    const verdict = await verifyAuditLog(ctx, { anchorFile: path.join(env().DATA_DIR, ANCHOR_FILE) });
    const words = sayVerdict(verdict, person.timeZone ?? organization.reportingZone);
    if (verdict.problem) throw new AppError("NOT_NOW", words);
    return words;
  });
}
