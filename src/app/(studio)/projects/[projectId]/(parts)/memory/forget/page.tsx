import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ForgetFromForm } from "#app/(studio)/projects/[projectId]/memory/_components/forget-form.tsx";
import { MemoryRow } from "#app/(studio)/projects/[projectId]/memory/_components/memory-row.tsx";
import { type MemorySearch, readOccasion } from "#app/(studio)/projects/[projectId]/memory/memory-address.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { previewForgetFrom } from "#domain/planning/preview-forget-from.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { formatPlural } from "#ui/format/format-count.ts";

export const metadata: Metadata = { title: "Forget what came from there" };

interface ForgetPageProps {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<MemorySearch>;
}

const OCCASIONS = {
  NOTE: "this note",
  EPISODE: "this episode",
  CHAT: "this message of a chat",
  PERSON: "this person",
};

/** What forgetting everything from one occasion hits, before it is done. */
export default async function ForgetPage({ params, searchParams }: ForgetPageProps) {
  const { projectId } = await params;
  const occasion = readOccasion(await searchParams);
  if (!occasion) notFound();
  const { from, fromId } = occasion;
  const { ctx, organization, person } = await requireSignedIn();
  const preview = await orNotFound(previewForgetFrom(ctx, { projectId, ...occasion }));
  const { total, pinned, briefs, memories } = preview;
  const zone = person.timeZone ?? organization.reportingZone;
  return (
    <div className="space-y-6">
      <h2 className="title text-xl">Forget everything that came from {OCCASIONS[from]}</h2>
      {total === 0 ? (
        <EmptyState
          title="Nothing came from there"
          action={
            <Link className="link" href={`/projects/${projectId}/memory`}>
              All memories
            </Link>
          }
        >
          Or it is forgotten already: what was forgotten within 30 days can be taken back in the list.
        </EmptyState>
      ) : (
        <>
          <p className="max-w-[65ch] text-soft">
            {formatPlural(total, "memory", "memories")}, with what {total === 1 ? "it was" : "they were"}{" "}
            merged into
            {pinned > 0 ? `, ${pinned} of them pinned` : ""}.{" "}
            {briefs > 0
              ? `They were in ${formatPlural(briefs, "brief")}; these episodes keep their text. `
              : "No brief held any of it yet. "}
            For 30 days it can be taken back; then its words are gone for good.
          </p>
          <ul className="border-t border-line">
            {memories.map((memory) => (
              <MemoryRow
                key={memory.id}
                projectId={projectId}
                memory={memory}
                canChoose={false}
                zone={zone}
                now={ctx.clock.now()}
              />
            ))}
          </ul>
          {total > memories.length ? (
            <p className="text-soft">And {formatPlural(total - memories.length, "more of them", "more")}.</p>
          ) : null}
          <div className="flex flex-wrap items-center gap-4">
            <ForgetFromForm projectId={projectId} from={from} fromId={fromId} expected={total} />
            <Link className="link" href={`/projects/${projectId}/memory`}>
              Keep it
            </Link>
          </div>
        </>
      )}
    </div>
  );
}
