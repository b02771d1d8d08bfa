import type { z } from "zod";
import { AppError } from "#platform/errors.ts";

/**
 * Parses the input of a verb.
 *
 * @throws AppError INVALID with what was wrong by field, the first reason for each
 */
export function parseInput<Input extends z.ZodType>(schema: Input, input: unknown): z.output<Input> {
  const outcome = schema.safeParse(input);
  if (outcome.success) return outcome.data;
  const fields: Record<string, string> = {};
  for (const issue of outcome.error.issues) fields[issue.path.join(".")] ??= issue.message;
  throw new AppError("INVALID", outcome.error.issues[0]?.message ?? "The input is not valid.", { fields });
}
