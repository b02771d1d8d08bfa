"use server";

import { refresh } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { markNotificationsRead } from "#domain/planning/mark-notifications-read.ts";
import type { FormState } from "#ui/form-state.ts";

/** Marks all that one was told as read. */
export async function readAll(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await markNotificationsRead(ctx, {});
    refresh();
    return undefined;
  });
}
