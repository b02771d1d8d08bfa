"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { Phase } from "#domain/episodes/phases.ts";
import { rerunFrom } from "#domain/episodes/rerun-from.ts";
import { cancelRun } from "#domain/schedule/cancel-run.ts";
import { requestRun } from "#domain/schedule/request-run.ts";
import { retryRun } from "#domain/schedule/retry-run.ts";
import { AppError } from "#platform/errors.ts";
import type { FormState } from "#ui/form-state.ts";

/** "Write now": leads to the run that it started, or to the one that stood in the way. */
export async function writeNow(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const projectId = String(form.get("projectId") ?? "");
    const run = await requestRun(ctx, { projectId });
    redirect(`/projects/${projectId}/runs/${run.queueId}${run.started ? "" : "?instead"}`);
  });
}

export async function cancelOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const { status } = await cancelRun(ctx, { queueId: String(form.get("queueId") ?? "") });
    refresh();
    return status === "CANCELLED" ? "Cancelled." : "It stops within a few seconds.";
  });
}

export async function retryOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await retryRun(ctx, { queueId: String(form.get("queueId") ?? "") });
    refresh();
    return "It is tried again now.";
  });
}

export async function rerunOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const phase = Phase.safeParse(form.get("phase"));
    if (!phase.success) throw new AppError("INVALID", "Choose the phase to begin with.");
    await rerunFrom(ctx, { queueId: String(form.get("queueId") ?? ""), phase: phase.data });
    refresh();
    return "It is written again now.";
  });
}
