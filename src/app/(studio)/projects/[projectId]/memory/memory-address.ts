import { z } from "zod";
import { LEARNT_KINDS } from "#domain/planning/memory-kinds.ts";

export const VIEWS = ["active", "proposed", "covered", "expired", "superseded", "forgotten"] as const;
export type MemoryView = (typeof VIEWS)[number];

const ORIGINS = ["NOTE", "CHAT", "EPISODE", "PERSON"] as const;

export interface MemoryPlace {
  view: MemoryView;
  kind: (typeof LEARNT_KINDS)[number] | null;
  origin: (typeof ORIGINS)[number] | null;
  /** What is searched for; then the view does not count. */
  text: string | null;
  /** Where a further page begins. */
  after: string | null;
}

export type MemorySearch = Record<string, string | string[] | undefined>;

/** What an address asks for; what it asks for in a way that can't be is left out. */
export function readMemoryPlace(search: MemorySearch): MemoryPlace {
  const after = search.after;
  const text = typeof search.text === "string" ? search.text.trim().slice(0, 500) : "";
  return {
    view: VIEWS.find((each) => each === search.view) ?? "active",
    kind: LEARNT_KINDS.find((each) => each === search.kind) ?? null,
    origin: ORIGINS.find((each) => each === search.origin) ?? null,
    text: text || null,
    after: typeof after === "string" && /^[01]:[0-9a-f-]{36}$/.test(after) ? after : null,
  };
}

/** The address of the memories of a project as they are asked for. */
export function memoryAddress(projectId: string, place: Partial<MemoryPlace> = {}): string {
  const query = new URLSearchParams();
  if (place.view && place.view !== "active") query.set("view", place.view);
  for (const name of ["kind", "origin", "text", "after"] as const) {
    const value = place[name];
    if (value) query.set(name, value);
  }
  const root = `/projects/${projectId}/memory`;
  return query.size > 0 ? `${root}?${query}` : root;
}

/** The ids in an address, apart by commas; what is none is left out, and after so many the rest. */
export function readIds(given: string | string[] | undefined, most: number): string[] {
  const ids = (typeof given === "string" ? given : "").split(",");
  return [...new Set(ids)].filter((id) => z.uuid().safeParse(id).success).slice(0, most);
}

interface Occasion {
  origin: "NOTE" | "CHAT" | "EPISODE" | "PERSON";
  note: { id: string } | null;
  episode: { id: string } | null;
  messageId: string | null;
  person: { id: string | null } | null;
}

const OCCASIONS = [
  ["note", "NOTE"],
  ["message", "CHAT"],
  ["episode", "EPISODE"],
  ["person", "PERSON"],
] as const;

/** Where everything that came from the same occasion is forgotten; null where that is not known any more. */
export function forgetAddress(projectId: string, { origin, ...of }: Occasion): string | null {
  const ids = { NOTE: of.note?.id, CHAT: of.messageId, EPISODE: of.episode?.id, PERSON: of.person?.id };
  const name = OCCASIONS.find(([, each]) => each === origin)?.[0];
  return name && ids[origin] ? `/projects/${projectId}/memory/forget?${name}=${ids[origin]}` : null;
}

/** The occasion that such an address names; null for none. */
export function readOccasion(search: MemorySearch): { from: Occasion["origin"]; fromId: string } | null {
  for (const [name, from] of OCCASIONS) {
    const fromId = search[name];
    if (typeof fromId === "string") return { from, fromId };
  }
  return null;
}
