export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/**
 * JSON that the database takes: it refuses the null character and halves of a pair of surrogates, which a model may well answer with. What was paid for
 * must not be lost over that.
 */
export function storableJson(value: JsonValue): string {
  return JSON.stringify(clean(value));
}

function clean(value: JsonValue): JsonValue {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [cleanText(key), clean(part)]));
}

function cleanText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
