import Link from "next/link";
import { formatPlural } from "#ui/format/format-count.ts";
import { formatDate } from "#ui/format/format-date.ts";
import { formatInstant } from "#ui/format/format-instant.ts";
import { Pill } from "#ui/pill.tsx";

interface EpisodeRowProps {
  episode: {
    id: string;
    title: string | null;
    minutes: number | null;
    publishedAt: Date | null;
    timeZone: string;
    projectTitle: string;
    citations: number;
    notes: number;
  };
  /** Where episodes of several series stand together. */
  withProject?: boolean;
}

/** One published episode in a list. */
export function EpisodeRow({ episode, withProject = false }: EpisodeRowProps) {
  const { publishedAt, timeZone } = episode;
  const facts = [
    withProject ? episode.projectTitle : null,
    formatPlural(episode.minutes ?? 1, "minute"),
    episode.citations > 0 ? formatPlural(episode.citations, "citation") : null,
    episode.notes > 0 ? `${formatPlural(episode.notes, "note")} used` : null,
  ].filter((fact) => fact !== null);
  const day = publishedAt?.toLocaleDateString("sv-SE", { timeZone });
  return (
    <li className="grid gap-x-4 border-b border-line py-3 sm:grid-cols-[5.5rem_1fr_auto] sm:items-baseline">
      <span className="text-sm text-soft">{day ? formatDate(day) : ""}</span>
      <span className="min-w-0">
        <Link
          href={`/read/${episode.id}`}
          prefetch={false}
          className="title text-lg no-underline hover:underline"
        >
          {episode.title}
        </Link>
        <span className="block text-sm text-soft">{facts.join(" · ")}</span>
      </span>
      {publishedAt ? (
        <Pill tone="good">
          <time dateTime={publishedAt.toISOString()} title={formatInstant(publishedAt, timeZone, "exact")}>
            Published {formatInstant(publishedAt, timeZone).split(", ")[1]}
          </time>
        </Pill>
      ) : null}
    </li>
  );
}
