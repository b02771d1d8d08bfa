import { z } from "zod";

/** A memory as somebody saw it: a later revision was changed by somebody else. */
export const MemoryRef = z.object({ memoryId: z.uuid(), revision: z.coerce.number().int().positive() });
export type MemoryRef = z.infer<typeof MemoryRef>;

/** Some of a page's memories, each once, in the order in which all verbs lock them. */
export const MemoryRefs = z
  .array(MemoryRef)
  .min(1, "Choose at least one memory.")
  .max(200)
  .transform(inOrder);

function inOrder(refs: MemoryRef[]): MemoryRef[] {
  const byId = new Map(refs.map((ref) => [ref.memoryId, ref]));
  return [...byId.values()].sort((one, other) => (one.memoryId < other.memoryId ? -1 : 1));
}

/** What became of each of several memories. */
export interface MemoriesMoved {
  done: string[];
  /** Why nothing was done about the others, in a sentence. */
  missed: { memoryId: string; why: string }[];
}
