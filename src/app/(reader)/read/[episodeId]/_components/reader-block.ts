import type { readEpisode } from "#domain/episodes/read-episode.ts";

/** An episode as the reader draws it. */
export type ReadEpisode = Awaited<ReturnType<typeof readEpisode>>;

/** One block of it. */
export type ReaderBlock = ReadEpisode["blocks"][number];

/** One reason why a block is there. */
export type ReaderOrigin = ReaderBlock["origins"][number];
