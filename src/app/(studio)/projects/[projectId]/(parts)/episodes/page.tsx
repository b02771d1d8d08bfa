import type { Metadata } from "next";
import Link from "next/link";
import { EpisodeRow } from "#app/(studio)/_components/episode-row.tsx";
import { loadProject } from "#app/(studio)/projects/[projectId]/load-project.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { requireCtx } from "#app/session.ts";
import { listEpisodes } from "#domain/episodes/list-episodes.ts";
import { EmptyState } from "#ui/empty-state.tsx";

export const metadata: Metadata = { title: "Episodes" };

interface EpisodesPageProps {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
}

export default async function EpisodesPage({ params, searchParams }: EpisodesPageProps) {
  const { id: projectId } = await loadProject((await params).projectId);
  const { cursor } = await searchParams;
  const ctx = await requireCtx();
  const { episodes, nextCursor } = await orNotFound(
    listEpisodes(ctx, { projectId, ...(typeof cursor === "string" ? { cursor } : {}) }),
  );
  if (episodes.length === 0) {
    return (
      <EmptyState title="No episode yet">
        The first one is published at its slot, or as soon as somebody has one written.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="border-t border-line">
        {episodes.map((episode) => (
          <EpisodeRow key={episode.id} episode={episode} />
        ))}
      </ul>
      {nextCursor ? (
        <p className="mt-6">
          <Link className="link" href={`?cursor=${nextCursor}`}>
            Older episodes
          </Link>
        </p>
      ) : null}
    </>
  );
}
