"use server";

import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { readCadence } from "#app/read-cadence.ts";
import { requireCtx } from "#app/session.ts";
import { startProject } from "#domain/schedule/start-project.ts";
import type { FormState } from "#ui/form-state.ts";

/** Starts a series and leads on to its sources, without which nothing can be written. */
export async function addNewProject(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const { projectId } = await startProject(ctx, {
      title: String(form.get("title") ?? ""),
      goal: String(form.get("goal") ?? ""),
      audience: String(form.get("audience") ?? ""),
      minutes: form.get("minutes"),
      cadence: readCadence(form),
    });
    redirect(`/projects/${projectId}/sources?new`);
  });
}
