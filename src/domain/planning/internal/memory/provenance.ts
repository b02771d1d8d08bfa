import type { MemoryOrigin, Prisma } from "#platform/db/generated/client.ts";

/** Where a memory was learnt, for pages. `person` is null where nobody is behind it. */
export interface Provenance {
  origin: MemoryOrigin;
  note: { id: string; text: string } | null;
  episode: { id: string; number: number | null; title: string | null } | null;
  messageId: string | null;
  person: { id: string | null; name: string } | null;
}

export const PROVENANCE = {
  origin: true,
  originMessageId: true,
  originNote: { select: { id: true, text: true, paraphrase: true } },
  originEpisode: { select: { id: true, number: true, title: true } },
  originUser: { select: { id: true, name: true, deletedAt: true } },
} as const satisfies Prisma.AgentMemorySelect;

type Row = Prisma.AgentMemoryGetPayload<{ select: typeof PROVENANCE }>;

export function toProvenance(row: Row): Provenance {
  const { origin, originNote, originEpisode, originMessageId, originUser } = row;
  return {
    origin,
    note: originNote && { id: originNote.id, text: originNote.paraphrase ?? originNote.text },
    episode: originEpisode,
    messageId: originMessageId,
    person: origin === "EPISODE" ? null : toPerson(originUser),
  };
}

/** Whoever deleted their account is nobody's name any more, here as on every page. */
function toPerson(user: Row["originUser"]): Provenance["person"] {
  if (!user || user.deletedAt) return { id: user?.id ?? null, name: "somebody who has left" };
  return { id: user.id, name: user.name || "somebody without a name" };
}
