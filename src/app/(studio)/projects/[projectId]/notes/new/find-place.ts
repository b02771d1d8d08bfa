import { blockWords, type NotePlace } from "#app/compose-note/note-place.ts";
import { readEpisode } from "#domain/episodes/read-episode.ts";
import type { Ctx } from "#platform/context.ts";
import { isAppError } from "#platform/errors.ts";

interface Named {
  episode?: string | string[];
  block?: string | string[];
}

/** The episode and the block of a project that an address names. What is not there, or not the project's, is left out. */
export async function findPlace(ctx: Ctx, projectId: string, { episode, block }: Named): Promise<NotePlace> {
  if (typeof episode !== "string") return {};
  try {
    const { id, title, project, blocks } = await readEpisode(ctx, { episodeId: episode });
    if (project.id !== projectId) return {};
    const named = blocks.find((each) => each.id === block);
    return {
      episodeId: id,
      episodeTitle: title ?? "",
      ...(named ? { blockId: named.id, blockWords: blockWords(plain(named.html)) } : {}),
    };
  } catch (error) {
    if (isAppError(error)) return {};
    throw error;
  }
}

/** The words of sanitised HTML, for one line of text. */
function plain(html: string): string {
  const marks: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };
  return html.replace(/<[^>]*>/g, " ").replace(/&(#?\w+);/g, (all, name: string) => marks[name] ?? all);
}
