"use server";

import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { removeBudget } from "#domain/usage/remove-budget.ts";
import { setBudget } from "#domain/usage/set-budget.ts";
import type { FormState } from "#ui/form-state.ts";
import { WINDOWS } from "./budget-address.ts";

/** Sets the ceiling that was previewed. */
export async function saveBudget(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const project = String(form.get("project") ?? "");
    await setBudget(ctx, {
      projectId: project === "" ? null : project,
      window: WINDOWS.find((name) => name === form.get("window")) ?? ("" as "MONTH"),
      ceiling: String(form.get("ceiling") ?? ""),
      isHard: form.get("hold") !== "soft",
    });
    redirect("/usage/budgets?done=saved");
  });
}

/** Takes a ceiling away. */
export async function dropBudget(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await removeBudget(ctx, { budgetId: String(form.get("budgetId") ?? "") });
    redirect("/usage/budgets?done=removed");
  });
}
