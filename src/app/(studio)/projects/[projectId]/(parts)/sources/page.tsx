import type { Metadata } from "next";
import Link from "next/link";
import { PasteForm } from "#app/(studio)/projects/[projectId]/sources/_components/paste-form.tsx";
import { RestoreNotice } from "#app/(studio)/projects/[projectId]/sources/_components/restore-notice.tsx";
import { SourceDrop } from "#app/(studio)/projects/[projectId]/sources/_components/source-drop.tsx";
import { SourceState } from "#app/(studio)/projects/[projectId]/sources/_components/source-state.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
import { listSources } from "#domain/sources/list-sources.ts";
import { MAX_SOURCE_BYTES } from "#domain/sources/max-source-bytes.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Fold } from "#ui/fold.tsx";
import { formatBytes } from "#ui/format/format-bytes.ts";
import { formatCount, formatPlural } from "#ui/format/format-count.ts";
import { formatLanguage } from "#ui/format/format-language.ts";
import { LiveRefresh } from "#ui/live-refresh.tsx";
import { RowHead, Table, Td, Th } from "#ui/table.tsx";
import { When } from "#ui/when.tsx";

export const metadata: Metadata = { title: "Sources" };

interface SourcesPageProps {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ new?: string; removed?: string | string[] }>;
}

export default async function SourcesPage({ params, searchParams }: SourcesPageProps) {
  const { projectId } = await params;
  const { new: isNew, removed } = await searchParams;
  const { ctx, organization } = await requireSignedIn();
  const sources = await orNotFound(listSources(ctx, { projectId }));
  const now = ctx.clock.now();
  const isWorking = sources.some(({ status }) => status === "RECEIVED" || status === "EXTRACTING");
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0">
        {isWorking ? <LiveRefresh everySeconds={2} /> : null}
        {typeof removed === "string" ? <RestoreNotice projectId={projectId} sourceId={removed} /> : null}
        {sources.length === 0 ? (
          <p className="title max-w-[46ch] text-lg">
            {isNew === undefined
              ? "Nothing to write from yet."
              : "The series is set up. Now give it something to write from."}{" "}
            <span className="text-soft">
              A handbook, meeting notes, a transcript: episodes quote it and say where each passage stands.
            </span>
          </p>
        ) : (
          <Table caption="Sources, the newest first">
            <thead>
              <tr>
                <Th>Source</Th>
                <Th>State</Th>
                <Th number wide>
                  Tokens
                </Th>
                <Th number wide>
                  Used in
                </Th>
                <Th number wide>
                  Added
                </Th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <tr key={source.id}>
                  <RowHead>
                    <Link href={`/projects/${projectId}/sources/${source.id}`} className="link">
                      {source.title}
                    </Link>
                    <span className="block text-sm text-soft">
                      {[
                        source.format ? FORMATS[source.format] : null,
                        formatBytes(source.sizeBytes),
                        source.language ? formatLanguage(source.language) : null,
                        source.speakers.length > 0 ? formatPlural(source.speakers.length, "speaker") : null,
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                  </RowHead>
                  <Td>
                    <SourceState source={source} />
                  </Td>
                  <Td number wide>
                    {source.status === "READY" ? formatCount(source.tokenCount) : "–"}
                  </Td>
                  <Td number wide>
                    {source.usedInEpisodes > 0 ? formatPlural(source.usedInEpisodes, "episode") : "–"}
                  </Td>
                  <Td number wide>
                    <When at={source.createdAt} zone={organization.reportingZone} now={now} />
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {isNew !== undefined && sources.some(({ status }) => status === "READY") ? (
          <p className="mt-6 flex flex-wrap items-center gap-4">
            <ButtonLink tone="primary" href={`/projects/${projectId}`}>
              Go on to the project
            </ButtonLink>
            <span className="text-soft">The first episode can be written now.</span>
          </p>
        ) : null}
      </div>
      {may(ctx.actor, "source.edit") ? (
        <aside aria-label="Add sources">
          <SourceDrop
            uploadUrl={`/projects/${projectId}/sources/upload`}
            limit={`${MAX_SOURCE_BYTES / 1024 / 1024} MB`}
          />
          <div className="mt-6">
            <Fold title="Paste text instead">
              <PasteForm projectId={projectId} />
            </Fold>
          </div>
        </aside>
      ) : null}
    </div>
  );
}

const FORMATS = { MARKDOWN: "Markdown", TEXT: "Text", WEBVTT: "WebVTT transcript", SRT: "SRT transcript" };
