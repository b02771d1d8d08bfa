import type { MemoryPage } from "#domain/planning/list-memories.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import type { MemoryPlace, MemoryView } from "../memory-address.ts";

export type MemoryCounts = MemoryPage["counts"];

const EMPTY: Record<MemoryView, readonly [title: string, why: string]> = {
  active: [
    "Nothing is remembered yet",
    "Facts, preferences, decisions and matters of style that hold for more than one episode stand here. Notes and chats propose them; you can add them yourself below. Nothing from a source becomes one by itself.",
  ],
  proposed: [
    "No proposal waits",
    "When a note or a chat says something that is worth remembering, it is proposed here.",
  ],
  covered: [
    "No topic is covered yet",
    "Episodic records by itself what each episode was about, so that the series goes on and does not repeat itself.",
  ],
  expired: ["Nothing has expired", "A memory with a last date is not used after it, and stands here."],
  superseded: [
    "Nothing was superseded",
    "When a memory takes the place of another, the older one is kept here, so that one can say what was believed before.",
  ],
  forgotten: [
    "Nothing was forgotten",
    "What is forgotten or rejected can be taken back here for 30 days. Then its words are gone for good.",
  ],
};

interface NothingRememberedProps {
  place: MemoryPlace;
  counts: MemoryCounts;
}

/** Says why a list is empty: nothing is there, or nothing of what was asked for. */
export function NothingRemembered({ place, counts }: NothingRememberedProps) {
  if (place.text !== null) {
    return (
      <EmptyState title="Nothing was found">
        Neither these words nor anything near them in meaning. Meaning is read in English; in other languages
        only the words count, so try those of the memory itself.
      </EmptyState>
    );
  }
  const [title, why] = EMPTY[place.view];
  const isFiltered = place.kind !== null || place.origin !== null || place.after !== null;
  if (isFiltered && place.view === "active" && counts.active > 0) {
    return <EmptyState title="None of that kind">Other memories hold; “Show all” lists them.</EmptyState>;
  }
  return <EmptyState title={title}>{why}</EmptyState>;
}
