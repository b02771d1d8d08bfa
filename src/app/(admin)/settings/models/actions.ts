"use server";

import { refresh } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { clearModelChoice } from "#domain/usage/clear-model-choice.ts";
import { setModelChoice } from "#domain/usage/set-model-choice.ts";
import { tryModel } from "#domain/usage/try-model.ts";
import type { FormState } from "#ui/form-state.ts";
import { sayTrial } from "./say-trial.ts";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Chooses the model for all projects or one, and for everything or one purpose. */
export async function chooseModel(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await setModelChoice(ctx, {
      projectId: text(form, "projectId") || null,
      purpose: text(form, "purpose") || null,
      provider: text(form, "provider"),
      model: text(form, "model"),
      fallbackProvider: text(form, "fallbackProvider"),
      fallbackModel: text(form, "fallbackModel"),
    });
    refresh();
    return "Chosen. It counts from the next call on.";
  });
}

/** Takes a choice back. */
export async function takeBack(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await clearModelChoice(ctx, { choiceId: text(form, "choiceId") });
    refresh();
    return "Taken back.";
  });
}

/** Asks a model for a sentence, or for a vector, and says what came of it. */
export async function tryIt(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () =>
    sayTrial(
      await tryModel(ctx, {
        provider: text(form, "providerToTry"),
        model: text(form, "modelToTry"),
        does: text(form, "does") === "embed" ? "embed" : "write",
      }),
    ),
  );
}
