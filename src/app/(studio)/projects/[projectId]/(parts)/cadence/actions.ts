"use server";

import { refresh } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { readCadence } from "#app/read-cadence.ts";
import { requireCtx } from "#app/session.ts";
import { MissedSlotPolicy } from "#domain/schedule/missed-slots.ts";
import { saveCadence } from "#domain/schedule/save-cadence.ts";
import type { FormState } from "#ui/form-state.ts";
import { formatInstant } from "#ui/format/format-instant.ts";

/** Saves a cadence; whoever saves second is told what the first one saved. */
export async function changeCadence(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const cadence = readCadence(form);
    const { nextSlotAt } = await saveCadence(ctx, {
      projectId: String(form.get("projectId") ?? ""),
      cadenceVersion: Number(form.get("version")),
      cadence,
      missedSlotPolicy: MissedSlotPolicy.optional().catch(undefined).parse(form.get("missedSlotPolicy")),
    });
    refresh();
    return nextSlotAt
      ? `Saved. The next episode is due on ${formatInstant(nextSlotAt, cadence.timeZone)}.`
      : "Saved. This cadence has no coming date.";
  });
}
