import type { MemoryPage } from "#domain/planning/list-memories.ts";

type ListedMemory = MemoryPage["memories"][number];

/** What pages call the kinds of memories. */
export const KIND_WORDS: Record<ListedMemory["kind"], string> = {
  FACT: "Fact",
  PREFERENCE: "Preference",
  DECISION: "Decision",
  STYLE: "Style",
  COVERED_TOPIC: "Covered topic",
};

export const ORIGIN_WORDS: Record<ListedMemory["provenance"]["origin"], string> = {
  NOTE: "A note",
  CHAT: "A chat",
  EPISODE: "An episode",
  PERSON: "A person",
};

const IMPORTANCE = ["a passing remark", "of little weight", "useful", "important", "must not be forgotten"];

/** An importance in words, from 1 to 10. */
export function importanceWords(importance: number): string {
  return IMPORTANCE[Math.ceil(importance / 2) - 1] ?? "";
}

/** In words and as the number: `Important, 7 of 10`. */
export function sayImportance(importance: number): string {
  const words = importanceWords(importance);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${importance} of 10`;
}

/** The last date on which a memory holds, in the zone in which its project means dates. */
export function lastDateOf(validUntil: Date, zone: string): string {
  return new Date(validUntil.getTime() - 1).toLocaleDateString("sv-SE", { timeZone: zone });
}
