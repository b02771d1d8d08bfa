import { z } from "zod";
import { may } from "#domain/people/permissions.ts";
import type { TxCtx } from "#platform/context.ts";

interface WantedSubject {
  projectId: string;
  episodeId?: string | undefined;
  blockId?: string | undefined;
}

export interface NoteSubject {
  episodeId: string | null;
  blockId: string | null;
  /** What is not there any more, for the author; null where everything is. */
  missing: string | null;
}

/**
 * What a note hangs on. An episode or block that is gone, of another project, or not to be seen by who writes looks the same: the note then
 * hangs on what is left, down to the project.
 */
export async function findSubject(ctx: TxCtx, wanted: WantedSubject): Promise<NoteSubject> {
  const { tx, organizationId, actor } = ctx;
  const readable = {
    organizationId,
    projectId: wanted.projectId,
    status: {
      in: may(actor, "run.read")
        ? (["READY", "PUBLISHED"] as const).slice()
        : (["PUBLISHED"] as const).slice(),
    },
  };
  const blockId = z.uuid().safeParse(wanted.blockId);
  const block = blockId.success
    ? await tx.block.findFirst({
        where: { id: blockId.data, organizationId, episode: readable },
        select: { id: true, episodeId: true },
      })
    : null;
  if (block) return { episodeId: block.episodeId, blockId: block.id, missing: null };
  const episodeId = z.uuid().safeParse(wanted.episodeId);
  const episode = episodeId.success
    ? await tx.episode.findFirst({ where: { ...readable, id: episodeId.data }, select: { id: true } })
    : null;
  if (episode) {
    const missing = wanted.blockId
      ? "The block that it was about is not there any more: it counts for the whole episode."
      : null;
    return { episodeId: episode.id, blockId: null, missing };
  }
  const isMissing = wanted.blockId || wanted.episodeId;
  return {
    episodeId: null,
    blockId: null,
    missing: isMissing ? "What it was about is not there any more: it counts for the whole project." : null,
  };
}
