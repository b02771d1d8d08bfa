import type { Metadata } from "next";
import Link from "next/link";
import { AddMemoryForm } from "#app/(studio)/projects/[projectId]/memory/_components/add-memory-form.tsx";
import { ForgottenNotice } from "#app/(studio)/projects/[projectId]/memory/_components/forgotten-notice.tsx";
import { MemoriesForm } from "#app/(studio)/projects/[projectId]/memory/_components/memories-form.tsx";
import { MemoryFilters } from "#app/(studio)/projects/[projectId]/memory/_components/memory-filters.tsx";
import { MemoryRow } from "#app/(studio)/projects/[projectId]/memory/_components/memory-row.tsx";
import { NothingRemembered } from "#app/(studio)/projects/[projectId]/memory/_components/nothing-remembered.tsx";
import { TrustForm } from "#app/(studio)/projects/[projectId]/memory/_components/trust-form.tsx";
import { ViewSegments } from "#app/(studio)/projects/[projectId]/memory/_components/view-segments.tsx";
import { actsOf, listingOf } from "#app/(studio)/projects/[projectId]/memory/acts-of.ts";
import {
  type MemorySearch,
  memoryAddress,
  readIds,
  readMemoryPlace,
} from "#app/(studio)/projects/[projectId]/memory/memory-address.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { requireCtx } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
import { getTrustedOrigins } from "#domain/planning/get-trusted-origins.ts";
import { listMemories } from "#domain/planning/list-memories.ts";
import { searchMemories } from "#domain/planning/search-memories.ts";
import { inOrganization } from "#platform/database.ts";
import { Fold } from "#ui/fold.tsx";
import { formatCount } from "#ui/format/format-count.ts";
import { Section } from "#ui/page-header.tsx";

export const metadata: Metadata = { title: "Memory" };

interface MemoryPageProps {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<MemorySearch>;
}

const MOST_UNDONE = 40;

/** What the writer remembers of a project: what waits for approval on top, then what holds, with where each was learnt. */
export default async function MemoryPage({ params, searchParams }: MemoryPageProps) {
  const { projectId } = await params;
  const search = await searchParams;
  const place = readMemoryPlace(search);
  const ctx = await requireCtx();
  const { proposals, page, trusted } = await orNotFound(
    inOrganization(ctx, async (inside) => ({
      page: await listMemories(inside, { projectId, ...listingOf(place) }),
      proposals:
        place.view === "active" && !place.text
          ? await listMemories(inside, { projectId, status: "PROPOSED" })
          : null,
      trusted: await getTrustedOrigins(inside, { projectId }),
    })),
  );
  const found = place.text === null ? null : await searchMemories(ctx, { projectId, text: place.text });
  const memories = (found ?? page.memories).filter(
    ({ kind, provenance }) =>
      (place.kind ?? kind) === kind && (place.origin ?? provenance.origin) === provenance.origin,
  );
  const undone = readIds(search.forgotten, MOST_UNDONE);
  const now = ctx.clock.now();
  const canEdit = may(ctx.actor, "memory.edit");
  const row = { projectId, canChoose: canEdit, zone: page.zone, now };
  return (
    <>
      {undone.length > 0 ? <ForgottenNotice projectId={projectId} ids={undone} /> : null}
      {proposals ? (
        <Section
          title="Proposed"
          aside={
            proposals.next ? (
              <Link className="link" href={memoryAddress(projectId, { view: "proposed" })}>
                All {formatCount(page.counts.proposed)}
              </Link>
            ) : null
          }
        >
          <MemoriesForm
            projectId={projectId}
            acts={canEdit && proposals.memories.length > 0 ? actsOf("proposed") : []}
          >
            {proposals.memories.length === 0 ? (
              <p className="text-soft">Nothing waits for approval.</p>
            ) : (
              <ul aria-label="Proposed memories">
                {proposals.memories.map((memory) => (
                  <MemoryRow key={memory.id} memory={memory} {...row} />
                ))}
              </ul>
            )}
          </MemoriesForm>
        </Section>
      ) : null}
      <Section title={place.text === null ? "What the writer remembers" : "Found, by meaning and by words"}>
        <ViewSegments projectId={projectId} place={place} counts={page.counts} />
        <MemoryFilters projectId={projectId} place={place} />
        <MemoriesForm
          // Another page of memories begins with nothing chosen, and nothing to take back.
          key={memoryAddress(projectId, place)}
          projectId={projectId}
          acts={canEdit && memories.length > 0 ? actsOf(place.text === null ? place.view : "active") : []}
        >
          {memories.length === 0 ? (
            <NothingRemembered place={place} counts={page.counts} />
          ) : (
            <ul aria-label="Memories">
              {memories.map((memory) => (
                <MemoryRow key={memory.id} memory={memory} {...row} />
              ))}
            </ul>
          )}
        </MemoriesForm>
        {page.next && found === null ? (
          <p className="mt-4">
            <Link className="link" href={memoryAddress(projectId, { ...place, after: page.next })}>
              Earlier ones
            </Link>
          </p>
        ) : null}
      </Section>
      {canEdit ? (
        <div className="mt-8 space-y-[-1px]">
          <Fold title="Add a memory" hint="it counts from the next episode on">
            <AddMemoryForm projectId={projectId} />
          </Fold>
          <Fold
            title="What is trusted"
            hint={
              trusted.length === 0
                ? "nothing: every proposal waits for an editor"
                : "some proposals count at once"
            }
          >
            <TrustForm projectId={projectId} trusted={trusted} />
          </Fold>
        </div>
      ) : null}
    </>
  );
}
