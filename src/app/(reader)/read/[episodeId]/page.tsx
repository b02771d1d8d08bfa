import type { Metadata } from "next";
import { cache } from "react";
import { NoteDialog } from "#app/compose-note/note-dialog.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { requireCtx, requireSignedIn } from "#app/session.ts";
import { readEpisode } from "#domain/episodes/read-episode.ts";
import { may } from "#domain/people/permissions.ts";
import { formatPlural } from "#ui/format/format-count.ts";
import { formatInstant } from "#ui/format/format-instant.ts";
import { SkipLink } from "#ui/skip-link.tsx";
import { Block } from "./_components/block.tsx";
import { Continuity } from "./_components/continuity.tsx";
import { Neighbours } from "./_components/neighbours.tsx";
import { Outline, type OutlineEntry } from "./_components/outline.tsx";
import { ReaderBar } from "./_components/reader-bar.tsx";
import { ReaderIsland } from "./_components/reader-island.tsx";
import { ReaderShortcuts } from "./_components/reader-shortcuts.tsx";
import { SourcesOfEpisode } from "./_components/sources-of-episode.tsx";

interface ReadPageProps {
  params: Promise<{ episodeId: string }>;
}

const load = cache(async (episodeId: string) => orNotFound(readEpisode(await requireCtx(), { episodeId })));

export async function generateMetadata({ params }: ReadPageProps): Promise<Metadata> {
  // Whatever stops the page is shown by the page itself, and it needs a title too.
  const episode = await load((await params).episodeId).catch(() => null);
  if (!episode) return { title: "Not found" };
  const { title, dek, project } = episode;
  return { title: `${title} · ${project.title}`, ...(dek ? { description: dek } : {}) };
}

export default async function ReadPage({ params }: ReadPageProps) {
  const episode = await load((await params).episodeId);
  const { ctx, person } = await requireSignedIn();
  const { project, blocks, publishedAt, slotAt, timeZone } = episode;
  const passages = blocks.flatMap(({ origins }) =>
    origins.flatMap(({ passage }) => (passage ? [passage] : [])),
  );
  const sources = new Map(passages.map(({ source }) => [source.id, source.title]));
  const notes = new Set(blocks.flatMap(({ origins }) => origins.flatMap((one) => one.note?.id ?? [])));
  const noteHref = `/projects/${project.id}/notes/new?episode=${episode.id}`;
  const cited = citedNumbers(blocks);
  const entries: OutlineEntry[] = blocks.flatMap(({ ordinal, type, headings }) => {
    if (type === "RECAP") return [{ ordinal, text: "Where we left off" }];
    const first = headings.find(({ level }) => level === 2) ?? headings[0];
    return first ? [{ ordinal, text: first.text }] : [];
  });
  return (
    <>
      <SkipLink />
      <div aria-hidden className="reader-progress" />
      <ReaderBar
        projectId={project.id}
        projectTitle={project.title}
        minutes={episode.minutes ?? 1}
        noteHref={noteHref}
      />
      <div
        className="reader"
        lang={episode.language}
        data-episode-id={episode.id}
        data-episode-title={episode.title}
      >
        <Outline entries={entries} />
        <main id="main" tabIndex={-1} className="reader-article outline-none">
          <header>
            <p className="text-xs tracking-wide text-soft">
              {project.title}
              {episode.number
                ? ` · ${episode.number} of ${Math.max(episode.number, episode.episodeCount)}`
                : null}
            </p>
            <h1 className="title mt-2 mb-3 text-[2rem] leading-[1.12] tracking-[-0.018em] md:text-4xl">
              {episode.title}
            </h1>
            {episode.dek ? (
              <p className="font-read text-[1.25rem]/normal text-soft italic">{episode.dek}</p>
            ) : null}
            <p className="mt-5 mb-4 flex flex-wrap gap-x-4 gap-y-1 border-b border-line pb-6 text-sm text-soft">
              {publishedAt ? (
                <time
                  dateTime={publishedAt.toISOString()}
                  title={formatInstant(publishedAt, timeZone, "exact")}
                >
                  {formatInstant(publishedAt, timeZone, "long")}
                </time>
              ) : (
                <span className="text-accent">Not published yet: due {formatInstant(slotAt, timeZone)}</span>
              )}
              <span>{formatPlural(episode.minutes ?? 1, "minute")}</span>
              {sources.size > 0 ? <span>from {formatPlural(sources.size, "source")}</span> : null}
              {episode.writer === "built-in" ? null : <span>written by a language model</span>}
              {notes.size > 0 ? <span>shaped by {formatPlural(notes.size, "note")}</span> : null}
            </p>
          </header>
          {blocks.map((block) => (
            <Block
              key={block.id}
              block={block}
              number={cited.get(block.id)}
              projectId={project.id}
              maySee={{ sources: may(ctx.actor, "source.read") }}
              noteHref={`${noteHref}&block=${block.id}`}
            />
          ))}
          <Continuity links={episode.continuity} />
          <SourcesOfEpisode titles={[...sources.values()]} />
          <Neighbours previous={episode.previous} next={episode.next} projectId={project.id} />
        </main>
      </div>
      <ReaderShortcuts />
      <NoteDialog
        projectId={project.id}
        projectTitle={project.title}
        userId={person.id}
        today={ctx.clock.now().toLocaleDateString("sv-SE", { timeZone })}
      />
      <ReaderIsland
        episodeId={episode.id}
        minutes={episode.minutes ?? 1}
        previous={episode.previous ? `/read/${episode.previous.id}` : null}
        next={episode.next ? `/read/${episode.next.id}` : null}
      />
    </>
  );
}

/** Blocks that rest on something are numbered in order, as footnotes are. */
function citedNumbers(blocks: readonly { id: string; origins: readonly unknown[] }[]): Map<string, number> {
  const cited = blocks.filter(({ origins }) => origins.length > 0);
  return new Map(cited.map(({ id }, index) => [id, index + 1]));
}
