"use server";

import { refresh } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { setPrice } from "#domain/usage/set-price.ts";
import { settleUnpriced } from "#domain/usage/settle-unpriced.ts";
import type { FormState } from "#ui/form-state.ts";
import { saySettled } from "./say-settled.ts";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Enters a price of the organization's own. */
export async function enterPrice(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const model = text(form, "model");
    const settled = await setPrice(ctx, {
      provider: text(form, "provider"),
      model,
      input: text(form, "input"),
      cacheRead: text(form, "cacheRead"),
      cacheWrite: text(form, "cacheWrite"),
      output: text(form, "output"),
      isFree: form.get("isFree") !== null,
      validFrom: form.get("begins") === "date" ? text(form, "validFrom") : "now",
    });
    refresh();
    return `The price of ${model.trim()} is entered. ${saySettled(settled)}`;
  });
}

/** Settles the calls of a model that have no price by the prices that are there. */
export async function settleCalls(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const settled = await settleUnpriced(ctx, {
      provider: text(form, "provider"),
      model: text(form, "model"),
    });
    refresh();
    return saySettled(settled) || "No call was left to settle.";
  });
}
