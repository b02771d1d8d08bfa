import { FEWEST_MINUTES, MOST_MINUTES } from "#domain/projects/episode-minutes.ts";
import { type Wish, wishesFor } from "./wishes.ts";

/** How much shorter or longer an episode becomes for a note, and for a memory. */
const NOTE = { SHORTER: 0.7, LONGER: 1.4 } as const;
const MEMORY = { SHORTER: 0.85, LONGER: 1.2 } as const;

/**
 * The minutes of an episode with what is wished of its length, and why a note's wish can't be had. Several that wish for the same change the
 * length once; notes that pull both ways leave it as it is; memories count where no note speaks of it.
 */
export function minutesForWishes(
  minutes: number,
  wishes: readonly Wish[],
): { minutes: number; cant: Record<string, string> } {
  const ofNotes = wishesFor(wishes, "SHORTER", "LONGER").filter(({ isMemory }) => !isMemory);
  const asked = ofNotes.length > 0 ? ofNotes : wishesFor(wishes, "SHORTER", "LONGER");
  const kinds = new Set(asked.map(({ directive }) => directive.kind));
  const [kind] = kinds;
  if (kind === undefined) return { minutes, cant: {} };
  if (kinds.size > 1)
    return { minutes, cant: because(ofNotes, "Others ask for the opposite length, so it stays as it is.") };
  const factor = (ofNotes.length > 0 ? NOTE : MEMORY)[kind];
  const wanted = Math.min(MOST_MINUTES, Math.max(FEWEST_MINUTES, Math.round(minutes * factor)));
  const isMoved = kind === "SHORTER" ? wanted < minutes : wanted > minutes;
  if (isMoved) return { minutes: wanted, cant: {} };
  const bound =
    kind === "SHORTER"
      ? `An episode takes at least ${FEWEST_MINUTES} minutes to read.`
      : `An episode takes at most ${MOST_MINUTES} minutes to read.`;
  return { minutes, cant: because(ofNotes, bound) };
}

function because(wishes: readonly Wish[], reason: string): Record<string, string> {
  return Object.fromEntries(wishes.map(({ id }) => [id, reason]));
}
