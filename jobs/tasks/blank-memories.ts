import { blankMemories } from "#domain/planning/blank-memories.ts";
import type { System } from "#platform/system.ts";

interface Payload {
  organizationId: string;
}

/** Takes the words of memories away that can't be taken back any more. */
export async function blankMemoriesTask(system: System, payload: Payload): Promise<void> {
  await blankMemories(system, payload);
}
