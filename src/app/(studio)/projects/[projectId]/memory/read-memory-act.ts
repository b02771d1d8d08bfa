import { AppError } from "#platform/errors.ts";

const ACTS = ["approve", "reject", "forget", "restore", "undo", "merge", "pin", "unpin"] as const;
export type MemoryAct = (typeof ACTS)[number];

const STANDS = ["THIS", "THE_OTHER", "BOTH"] as const;

export interface ChosenMemory {
  memoryId: string;
  revision: number;
  stands?: (typeof STANDS)[number];
}

/**
 * What a form of memories asks for: `act` is what to do with those that are chosen, or, as `act:id`, with one; each has its revision beside
 * it, as it was shown. What was just done and can be undone stands apart from what is chosen.
 *
 * @throws AppError INVALID when nothing is chosen
 */
export function readMemoryAct(form: FormData): { act: MemoryAct; memories: ChosenMemory[] } {
  const [name, only] = String(form.get("act") ?? "").split(":");
  const act = ACTS.find((each) => each === name);
  if (!act) throw new AppError("INVALID", "Say what is to be done: press one of the buttons.");
  const ids = only ? [only] : form.getAll(act === "undo" ? "undone" : "memories").map(String);
  if (ids.length === 0) throw new AppError("INVALID", "Choose at least one memory first.");
  const memories = ids.map((memoryId): ChosenMemory => {
    const stands = STANDS.find((each) => each === form.get(`stands.${memoryId}`));
    const revision = Number(form.get(`revision.${memoryId}`) ?? 1);
    return { memoryId, revision, ...(stands ? { stands } : {}) };
  });
  return { act, memories };
}
