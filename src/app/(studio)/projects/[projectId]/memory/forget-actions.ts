"use server";

import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { forgetFrom } from "#domain/planning/forget-from.ts";
import { forgetMemories } from "#domain/planning/forget-memories.ts";
import { restoreMemories } from "#domain/planning/restore-memories.ts";
import { AppError } from "#platform/errors.ts";
import type { FormState } from "#ui/form-state.ts";

/** So many ids an address may carry, for the notice that offers to take them back; more of them are found among the forgotten. */
const MOST_IN_ADDRESS = 40;

/** Forgets one memory from its page; the list then offers to take it back. */
export async function forgetOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const memoryId = String(form.get("memoryId") ?? "");
    const revision = Number(form.get("revision") ?? 1);
    const { done, missed } = await forgetMemories(ctx, { memories: [{ memoryId, revision }] });
    if (done.length === 0) throw new AppError("CONFLICT", missed[0]?.why ?? "");
    redirect(addressAfter(form, done));
  });
}

/** Forgets everything that came from one occasion, as it was shown. */
export async function forgetAllFrom(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const { memoryIds } = await forgetFrom(ctx, {
      projectId: String(form.get("projectId") ?? ""),
      from: String(form.get("from") ?? "") as "NOTE",
      fromId: String(form.get("fromId") ?? ""),
      expected: Number(form.get("expected") ?? 0),
    });
    redirect(addressAfter(form, memoryIds));
  });
}

/** Takes back what the address tells of as just forgotten. */
export async function takeBack(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const { done, missed } = await restoreMemories(ctx, { memoryIds: form.getAll("undone").map(String) });
    if (done.length === 0) throw new AppError("CONFLICT", missed[0]?.why ?? "");
    redirect(addressAfter(form, []));
  });
}

function addressAfter(form: FormData, ids: readonly string[]): string {
  const root = `/projects/${String(form.get("projectId") ?? "")}/memory`;
  if (ids.length === 0) return root;
  return ids.length > MOST_IN_ADDRESS ? `${root}?view=forgotten` : `${root}?forgotten=${ids.join(",")}`;
}
