"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { addSources } from "#domain/sources/add-sources.ts";
import { removeSource } from "#domain/sources/remove-source.ts";
import { restoreSource } from "#domain/sources/restore-source.ts";
import { AppError } from "#platform/errors.ts";
import type { FormState } from "#ui/form-state.ts";

export async function pasteSource(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const title = String(form.get("title") ?? "").trim();
    const text = String(form.get("text") ?? "");
    const [added] = await addSources(ctx, {
      projectId: String(form.get("projectId") ?? ""),
      sources: [{ ...(title ? { title } : {}), text }],
    });
    if (added?.outcome !== "ADDED") {
      const message = added?.message ?? "Nothing was added. Paste the text again.";
      throw new AppError("INVALID", message, { fields: { text: message } });
    }
    refresh();
    return `Added “${added.name}”. ${added.warnings.join(" ")}`;
  });
}

/** Removes a source; the list then offers to take it back. */
export async function removeOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const sourceId = String(form.get("sourceId") ?? "");
    await removeSource(ctx, { sourceId });
    redirect(`/projects/${String(form.get("projectId") ?? "")}/sources?removed=${sourceId}`);
  });
}

export async function restoreOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await restoreSource(ctx, { sourceId: String(form.get("sourceId") ?? "") });
    redirect(`/projects/${String(form.get("projectId") ?? "")}/sources`);
  });
}
