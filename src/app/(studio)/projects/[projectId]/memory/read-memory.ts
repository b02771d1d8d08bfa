import { LEARNT_KINDS, type LearntKind } from "#domain/planning/memory-kinds.ts";
import { AppError } from "#platform/errors.ts";

/**
 * A memory as a form has it; the verb judges the rest. `text` is its beginning, for a notice.
 *
 * @throws AppError INVALID for a kind that is none
 */
export function readMemory(form: FormData) {
  const kind = LEARNT_KINDS.find((each): each is LearntKind => each === form.get("kind"));
  if (!kind) {
    const message = "Say what kind of memory it is.";
    throw new AppError("INVALID", message, { fields: { kind: message } });
  }
  const text = String(form.get("text") ?? "");
  const validUntil = String(form.get("validUntil") ?? "") || null;
  const memory = { kind, text, importance: Number(form.get("importance") ?? 5), validUntil };
  return { memory, text: text.length > 80 ? `${text.slice(0, 79)}…` : text };
}
