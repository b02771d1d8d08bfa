import { z } from "zod";

/** Under which name the ledger and the prices know a provider. */
export const ProviderName = z
  .string("Choose a provider.")
  .regex(/^[a-z][a-z0-9._-]{0,39}$/, "Choose a provider of the list.");

/** A model as its provider names it, such as `gpt-6.2-sol` or `llama3.3:70b`. */
export const ModelName = z
  .string("Type the name of the model.")
  .trim()
  .min(1, "Type the name of the model.")
  .max(200, "The name of a model has 200 characters at most.")
  .regex(/^[^\p{Cc}\p{Z}]+$/u, "The name of a model has no spaces. Copy it as the provider writes it.")
  .refine((name) => name.isWellFormed(), "The name contains characters that can't be shown.");
