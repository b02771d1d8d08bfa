import Link from "next/link";
import { BlockLinks } from "#app/(studio)/_components/block-links.tsx";
import type { OneMemory } from "#domain/planning/get-memory.ts";
import { formatDate } from "#ui/format/format-date.ts";
import { When } from "#ui/when.tsx";

interface UsedInProps {
  projectId: string;
  usedIn: OneMemory["usedIn"];
  zone: string;
}

/** Every brief that a memory was in, with its place there, and the blocks that rest on it. */
export function UsedIn({ projectId, usedIn, zone }: UsedInProps) {
  return (
    <section aria-labelledby="used">
      <h3 id="used" className="mb-2 font-medium">
        Used in
      </h3>
      {usedIn.length === 0 ? (
        <p className="text-soft">
          No brief yet. The next one takes the memories that fit it best: the pinned ones first, then by
          relevance, importance and age.
        </p>
      ) : (
        <ul>
          {usedIn.map(({ queueId, usedAt, rank, score, occurrenceKey, episode, blocks }) => (
            <li key={queueId} className="border-b border-line py-2">
              {episode ? (
                <Link className="link" href={`/read/${episode.id}`} prefetch={false}>
                  {episode.number === null ? "" : `${episode.number}. `}
                  {episode.title ?? "An episode without a title"}
                </Link>
              ) : (
                <Link className="link" href={`/projects/${projectId}/runs/${queueId}`} prefetch={false}>
                  The run for {formatDate(occurrenceKey.slice(0, 10))}
                </Link>
              )}
              <span className="block text-sm text-soft">
                Number {rank} of the memories in its brief, at {Math.round(score * 100)} of 100,{" "}
                <When at={usedAt} zone={zone} />
                {blocks.length > 0 && episode ? (
                  <>
                    {" · "}
                    <BlockLinks blocks={blocks.map((block) => ({ ...block, episodeId: episode.id }))} /> rest
                    on it
                  </>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
