import { z } from "zod";
import { MODEL_PROVIDERS, type ModelProvider } from "#platform/model-access.ts";
import { ModelName } from "./model-name.ts";
import { CHOOSABLE_PURPOSES } from "./purposes.ts";

/** A provider whose models can be asked, as a form sends its name. */
export const AskableProvider = z
  .string("Choose a provider.")
  .pipe(z.enum(MODEL_PROVIDERS, "Choose a provider of the list."));

/** Which model serves a project and a purpose; null stands for all of them. A fallback is a provider and a model, or neither. */
export const ModelChoiceToSet = z
  .object({
    projectId: z.uuid("Choose a project of the list, or all of them.").nullable(),
    purpose: z
      .string()
      .nullable()
      .pipe(z.enum(CHOOSABLE_PURPOSES, "Choose a purpose of the list, or all of them.").nullable()),
    provider: AskableProvider,
    model: ModelName,
    fallbackProvider: z.string().default(""),
    fallbackModel: z.string().default(""),
  })
  .transform(({ fallbackProvider, fallbackModel, ...choice }, context) => {
    const refuse = (field: "fallbackProvider" | "fallbackModel", message = "Choose one of the list.") => {
      context.addIssue({ code: "custom", path: [field], message });
      return z.NEVER;
    };
    const none: { provider: ModelProvider; model: string } | null = null;
    const typed = fallbackModel.trim();
    if (fallbackProvider === "" && typed === "") return { ...choice, fallback: none };
    if (fallbackProvider === "")
      return refuse("fallbackProvider", "Choose whose model it is, or leave both empty.");
    const provider = AskableProvider.safeParse(fallbackProvider);
    if (!provider.success) return refuse("fallbackProvider", provider.error.issues[0]?.message);
    const model = ModelName.safeParse(typed);
    if (!model.success) return refuse("fallbackModel", model.error.issues[0]?.message);
    if (provider.data === choice.provider && model.data === choice.model) {
      return refuse("fallbackModel", "This is the same model. Choose another one, best of another provider.");
    }
    return { ...choice, fallback: { provider: provider.data, model: model.data } };
  });
