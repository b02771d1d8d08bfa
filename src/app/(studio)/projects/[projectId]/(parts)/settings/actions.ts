"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { changeProject } from "#domain/projects/change-project.ts";
import { chooseWriter } from "#domain/projects/choose-writer.ts";
import { removeProject } from "#domain/projects/remove-project.ts";
import type { WriterName } from "#domain/projects/writer-name.ts";
import type { FormState } from "#ui/form-state.ts";

export async function saveSettings(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await changeProject(ctx, {
      projectId: String(form.get("projectId") ?? ""),
      version: form.get("version"),
      title: String(form.get("title") ?? ""),
      goal: String(form.get("goal") ?? ""),
      audience: String(form.get("audience") ?? ""),
      minutes: form.get("minutes"),
    });
    refresh();
    return "Saved. The next episode is written by these settings.";
  });
}

export async function saveWriter(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await chooseWriter(ctx, {
      projectId: String(form.get("projectId") ?? ""),
      version: form.get("version"),
      // The verb refuses what is none.
      writer: String(form.get("writer") ?? "") as WriterName,
    });
    refresh();
    return "Saved. The next episode is written by this writer.";
  });
}

export async function removeForGood(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await removeProject(ctx, {
      projectId: String(form.get("projectId") ?? ""),
      title: String(form.get("title") ?? ""),
    });
    redirect("/projects");
  });
}
