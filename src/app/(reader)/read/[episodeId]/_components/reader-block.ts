import type { readEpisode } from "#domain/episodes/read-episode.ts";

/** One block as the reader draws it. */
export type ReaderBlock = Awaited<ReturnType<typeof readEpisode>>["blocks"][number];

/** One reason why a block is there. */
export type ReaderOrigin = ReaderBlock["origins"][number];
