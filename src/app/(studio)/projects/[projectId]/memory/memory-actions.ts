"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { addMemory } from "#domain/planning/add-memory.ts";
import { changeMemory } from "#domain/planning/change-memory.ts";
import { mergeMemories } from "#domain/planning/merge-memories.ts";
import { setTrustedOrigins } from "#domain/planning/set-trusted-origins.ts";
import type { FormState } from "#ui/form-state.ts";
import { readMemory } from "./read-memory.ts";

export async function addOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const { memory, text } = readMemory(form);
    const projectId = String(form.get("projectId") ?? "");
    const { contradictsId } = await addMemory(ctx, { projectId, ...memory });
    refresh();
    return contradictsId
      ? `Added: “${text}” It says otherwise than another memory; its page shows which. Have one of the two forgotten.`
      : `Added: “${text}” It counts from the next episode on.`;
  });
}

export async function changeOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const memoryId = String(form.get("memoryId") ?? "");
    const revision = Number(form.get("revision") ?? 1);
    await changeMemory(ctx, { memoryId, revision, ...readMemory(form).memory });
    refresh();
    return "Changed. Briefs that are frozen from now on hold it as it is now.";
  });
}

export async function mergeSome(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const projectId = String(form.get("projectId") ?? "");
    const memories = form.getAll("memories").map((memoryId) => {
      return { memoryId: String(memoryId), revision: Number(form.get(`revision.${memoryId}`) ?? 1) };
    });
    const { validUntil: _none, ...memory } = readMemory(form).memory;
    const { memoryId } = await mergeMemories(ctx, { projectId, memories, ...memory });
    redirect(`/projects/${projectId}/memory/${memoryId}`);
  });
}

export async function trustOrigins(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const projectId = String(form.get("projectId") ?? "");
    const origins = (["NOTE", "CHAT"] as const).filter((origin) => form.getAll("origins").includes(origin));
    await setTrustedOrigins(ctx, { projectId, origins });
    refresh();
    return "Saved. What was proposed before still waits for you.";
  });
}
