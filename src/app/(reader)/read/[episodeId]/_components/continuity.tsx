import type { ReactNode } from "react";
import type { ReadEpisode } from "./reader-block.ts";

interface ContinuityProps {
  links: ReadEpisode["continuity"];
}

type ContinuityLink = ContinuityProps["links"][number];

const SAYS = [
  ["ADDS", "New in the series"],
  ["UPDATES", "Taken further"],
  ["RESOLVES", "Resolved"],
] as const;

const MOST_SHOWN = 8;

/** What an episode adds to the series, takes further and resolves, in a few lines at its end. */
export function Continuity({ links }: ContinuityProps) {
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="continuity" className="mt-12 border-t border-line pt-4 text-sm text-soft">
      <h2 id="continuity" className="mb-1 font-medium tracking-normal text-ink">
        What this episode does for the series
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {SAYS.map(([kind, says]) => {
          const found = links.filter((link) => link.kind === kind);
          if (found.length === 0) return null;
          return (
            <div key={kind} className="contents">
              <dt>{says}</dt>
              <dd className="min-w-0 text-ink">{listed(found.slice(0, MOST_SHOWN))}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function listed(links: readonly ContinuityLink[]): ReactNode[] {
  return links.flatMap((link, index) => [
    ...(index > 0 ? ["; "] : []),
    <span key={link.id}>
      {link.blockOrdinal === null ? (
        link.topic
      ) : (
        <a className="link" href={`#block-${link.blockOrdinal}`}>
          {link.topic}
        </a>
      )}
      {link.earlierEpisode ? (
        <span className="text-soft">
          {" "}
          (from{" "}
          <a className="link" href={`/read/${link.earlierEpisode.id}`}>
            {link.earlierEpisode.number ? `episode ${link.earlierEpisode.number}` : "an earlier episode"}
          </a>
          )
        </span>
      ) : null}
    </span>,
  ]);
}
