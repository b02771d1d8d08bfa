import type { addSources } from "#domain/sources/add-sources.ts";

/** What became of one file or paste. */
export type AddedSource = Awaited<ReturnType<typeof addSources>>[number];
