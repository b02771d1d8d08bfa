import type { TxCtx } from "#platform/context.ts";
import type { MemoryOrigin } from "#platform/db/generated/client.ts";
import { AppError } from "#platform/errors.ts";

/** Where a memory came from; a source is none of these. */
export type MemoryCameFrom =
  | { origin: "NOTE"; originNoteId: string }
  | { origin: "CHAT"; originMessageId: string }
  | { origin: "EPISODE"; originEpisodeId: string }
  | { origin: "PERSON"; originUserId: string };

interface FoundOrigin {
  originId: string;
  columns: {
    origin: MemoryOrigin;
    originNoteId?: string;
    originMessageId?: string;
    originEpisodeId?: string;
    /** Also of a note or a chat: whoever wrote it. */
    originUserId: string | null;
  };
}

/**
 * Looks an origin up inside the project, with the person behind it.
 *
 * @throws AppError NOT_FOUND when the project has no such note, message, episode or member
 */
export async function findOrigin(
  { tx, organizationId }: TxCtx,
  projectId: string,
  from: MemoryCameFrom,
): Promise<FoundOrigin> {
  switch (from.origin) {
    case "NOTE": {
      const where = { id: from.originNoteId, organizationId, projectId };
      const note = await tx.planningNote.findFirst({ where, select: { id: true, authorId: true } });
      if (!note) throw isNotThere("note");
      const columns = { origin: from.origin, originNoteId: note.id, originUserId: note.authorId };
      return { originId: note.id, columns };
    }
    case "CHAT": {
      const where = { id: from.originMessageId, organizationId, chatSession: { projectId } };
      const select = { id: true, chatSession: { select: { userId: true } } };
      const message = await tx.chatMessage.findFirst({ where, select });
      if (!message) throw isNotThere("message");
      const { userId } = message.chatSession;
      const columns = { origin: from.origin, originMessageId: message.id, originUserId: userId };
      return { originId: message.id, columns };
    }
    case "EPISODE": {
      const where = { id: from.originEpisodeId, organizationId, projectId };
      const episode = await tx.episode.findFirst({ where, select: { id: true } });
      if (!episode) throw isNotThere("episode");
      return {
        originId: episode.id,
        columns: { origin: from.origin, originEpisodeId: episode.id, originUserId: null },
      };
    }
    case "PERSON": {
      const where = { organizationId, userId: from.originUserId };
      const member = await tx.membership.findFirst({ where, select: { userId: true } });
      if (!member) throw isNotThere("member");
      return {
        originId: member.userId,
        columns: { origin: from.origin, originUserId: member.userId },
      };
    }
  }
}

function isNotThere(what: string): AppError {
  return new AppError("NOT_FOUND", `The project has no such ${what}, so nothing can be learnt from it.`);
}
