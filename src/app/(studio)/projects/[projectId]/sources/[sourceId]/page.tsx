import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
import { getSource } from "#domain/sources/get-source.ts";
import { ConfirmButton } from "#ui/confirm-button.tsx";
import { formatBytes } from "#ui/format/format-bytes.ts";
import { formatCount, formatPlural } from "#ui/format/format-count.ts";
import { formatDuration } from "#ui/format/format-duration.ts";
import { formatLanguage } from "#ui/format/format-language.ts";
import { LiveRefresh } from "#ui/live-refresh.tsx";
import { When } from "#ui/when.tsx";
import { SourceState } from "../_components/source-state.tsx";
import { Passage } from "./_components/passage.tsx";
import { RemoveSourceForm } from "./_components/remove-source-form.tsx";

export const metadata: Metadata = { title: "Source" };

interface SourcePageProps {
  params: Promise<{ projectId: string; sourceId: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
}

export default async function SourcePage({ params, searchParams }: SourcePageProps) {
  const { projectId, sourceId } = await params;
  const fromOrdinal = Math.max(0, Number.parseInt(String((await searchParams).from ?? 0), 10) || 0);
  const { ctx, organization } = await requireSignedIn();
  const source = await orNotFound(getSource(ctx, { sourceId, fromOrdinal }));
  const here = `/projects/${projectId}/sources/${sourceId}`;
  const last = source.chunks.at(-1)?.ordinal ?? 0;
  const facts: Fact[] = [
    ["File", source.fileName || "pasted"],
    ["Size", formatBytes(source.sizeBytes)],
    ["Language", source.language ? formatLanguage(source.language) : "not known yet"],
    ["Tokens", formatCount(source.tokenCount)],
    ...fact("Length", source.durationMs ? formatDuration(source.durationMs) : null),
    ...fact("Speakers", source.speakers.join(", ") || null),
    ["Added", <When key="at" at={source.createdAt} zone={organization.reportingZone} />],
    ["By", source.addedBy ?? "Episodic"],
  ];
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="min-w-0">
        {source.status === "RECEIVED" || source.status === "EXTRACTING" ? (
          <LiveRefresh everySeconds={2} />
        ) : null}
        <h2 className="title text-xl">{source.title}</h2>
        <div className="mt-1 mb-6">
          <SourceState source={source} />
        </div>
        <ol>
          {source.chunks.map((chunk) => (
            <Passage key={chunk.id} passage={chunk} />
          ))}
        </ol>
        <nav aria-label="Passages" className="mt-6 flex justify-between gap-4 empty:hidden">
          {fromOrdinal > 0 ? (
            <Link className="link" href={`${here}?from=${Math.max(0, fromOrdinal - 50)}`}>
              Passages before
            </Link>
          ) : null}
          {last + 1 < source.chunkCount ? (
            <Link className="link ml-auto" href={`${here}?from=${last + 1}`}>
              Passages {last + 2} and on
            </Link>
          ) : null}
        </nav>
      </div>
      <aside>
        <dl className="mb-8 grid grid-cols-[6rem_1fr] gap-y-1.5">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-soft">{name}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ))}
        </dl>
        <h3 className="mb-2 font-medium">Used in</h3>
        {source.uses.length === 0 ? (
          <p className="text-soft">No episode yet.</p>
        ) : (
          <ul className="space-y-1.5">
            {source.uses.map((episode) => (
              <li key={episode.id}>
                <Link className="link" href={`/read/${episode.id}`}>
                  {episode.title ?? "The one being written"}
                </Link>
              </li>
            ))}
          </ul>
        )}
        {may(ctx.actor, "source.edit") ? (
          <div className="mt-8">
            <ConfirmButton
              tone="danger"
              label="Remove…"
              title="Remove this source?"
              description={
                source.uses.length === 0
                  ? "No episode was written from it. You can take it back right after."
                  : `${formatPlural(source.uses.length, "episode")} quote it and keep their text. Nothing more is written from it. You can take it back right after.`
              }
            >
              <RemoveSourceForm projectId={projectId} sourceId={source.id} />
            </ConfirmButton>
          </div>
        ) : null}
      </aside>
    </div>
  );
}

type Fact = readonly [name: string, value: ReactNode];

function fact(name: string, value: string | null): Fact[] {
  return value === null ? [] : [[name, value]];
}
