import { removeExpired } from "#domain/people/remove-expired.ts";
import { removeKeptAnswers } from "#domain/usage/remove-kept-answers.ts";
import type { System } from "#platform/system.ts";

/** Takes away what is over for good. */
export async function removeExpiredTask(system: System): Promise<void> {
  await removeExpired(system);
  await removeKeptAnswers(system);
}
