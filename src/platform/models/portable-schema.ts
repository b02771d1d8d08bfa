import { asSchema, type JSONSchema7 } from "ai";
import type { z } from "zod";

/**
 * The JSON schema by which a provider is told what to answer. Alternatives become `anyOf`: OpenAI refuses `oneOf`, which Zod makes of a
 * discriminated union, where one of them fits at most anyway. Fields must be nullable rather than optional, for OpenAI wants them all.
 */
export async function portableSchema(schema: z.ZodType): Promise<JSONSchema7> {
  const told = await asSchema(schema).jsonSchema;
  // A JSON schema is plain JSON, and so is what becomes of it.
  return withoutOneOf(told) as JSONSchema7;
}

function withoutOneOf(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutOneOf);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key === "oneOf" && Array.isArray(value) ? "anyOf" : key,
      withoutOneOf(value),
    ]),
  );
}
