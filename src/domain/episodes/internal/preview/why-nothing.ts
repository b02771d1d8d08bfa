import type { SteeringNote } from "#domain/planning/steer.ts";
import type { SectionChange } from "./compare-plans.ts";
import type { PlannedPair } from "./plan-episode.ts";

interface Tried {
  note: SteeringNote;
  writer: string;
  pair: PlannedPair;
  changes: readonly SectionChange[];
}

/** Why nothing of the outline changes, for the note's author; null where something does. */
export function whyNothing({ note, writer, pair, changes }: Tried): string | null {
  if (typeof pair.with === "string") return pair.with;
  const isLonger = typeof pair.without === "string" || pair.without.minutes !== pair.with.minutes;
  if (isLonger || changes.some(({ kind }) => kind !== "STAYS")) return null;
  const { verdict } = pair;
  switch (note.directive.kind) {
    case "TONE":
      return writer === "model"
        ? "It is about how the episode is written, not about what it tells. A model follows it while it writes."
        : "It is about how the episode is written, and the built-in writer quotes the sources as they are.";
    case "SCHEDULE":
      return "It is about when episodes come. An editor changes that under Cadence.";
    case "OTHER":
      return "Nobody could tell what an episode is to do about it. Say in other words how it is meant, and try again.";
    case "CORRECT":
      if (verdict?.outcome === "NOT_USED") break;
      return "The sections stay as they are: what it puts right is printed beside the passage.";
    case "MORE_QUOTATIONS":
      if (verdict?.outcome === "NOT_USED") break;
      return "The sections stay as they are: more of them is quoted word for word.";
    default:
      break;
  }
  return verdict?.reason ?? "The next episode would do so without it.";
}
