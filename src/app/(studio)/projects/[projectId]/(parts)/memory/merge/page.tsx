import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { MemoryRow } from "#app/(studio)/projects/[projectId]/memory/_components/memory-row.tsx";
import { MergeForm } from "#app/(studio)/projects/[projectId]/memory/_components/merge-form.tsx";
import { readIds } from "#app/(studio)/projects/[projectId]/memory/memory-address.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { requirePermission } from "#app/require-permission.ts";
import { requireCtx } from "#app/session.ts";
import { getMemory } from "#domain/planning/get-memory.ts";
import { inOrganization } from "#platform/database.ts";
import { EmptyState } from "#ui/empty-state.tsx";

export const metadata: Metadata = { title: "Merge memories" };

interface MergePageProps {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ of?: string | string[] }>;
}

const MOST_MERGED = 20;

/** Several memories side by side, and the one that is to take their place. */
export default async function MergePage({ params, searchParams }: MergePageProps) {
  await requirePermission("memory.edit");
  const { projectId } = await params;
  const ids = readIds((await searchParams).of, MOST_MERGED);
  const ctx = await requireCtx();
  const memories = await orNotFound(
    inOrganization(ctx, async (inside) => {
      const found = [];
      for (const memoryId of ids) found.push(await getMemory(inside, { memoryId }));
      return found;
    }),
  );
  if (memories.some((memory) => memory.projectId !== projectId)) notFound();
  const [first] = memories;
  if (!first || memories.length < 2) {
    return (
      <EmptyState
        title="Choose at least two memories"
        action={
          <Link className="link" href={`/projects/${projectId}/memory`}>
            All memories
          </Link>
        }
      >
        One memory can’t be merged with itself. Tick those that say the same, then press “Merge…”.
      </EmptyState>
    );
  }
  const kind = memories.find((memory) => memory.kind !== "COVERED_TOPIC")?.kind ?? "FACT";
  return (
    <div className="space-y-6">
      <h2 className="title text-xl">Merge {memories.length} memories into one</h2>
      <ul className="border-t border-line">
        {memories.map((memory) => (
          <MemoryRow
            key={memory.id}
            projectId={projectId}
            memory={memory}
            canChoose={false}
            zone={memory.zone}
            now={ctx.clock.now()}
          />
        ))}
      </ul>
      <p className="max-w-[65ch] text-soft">
        The new one counts at once, and what these were used for counts as its own. They are kept as
        superseded, so that one can see where it came from. It is pinned if one of them is.
      </p>
      <MergeForm
        projectId={projectId}
        memories={memories.map(({ id, revision }) => ({ id, revision }))}
        merged={{
          kind,
          text: memories
            .map(({ text }) => text)
            .join("\n")
            .slice(0, 2000),
          importance: Math.max(...memories.map(({ importance }) => importance)),
        }}
      />
    </div>
  );
}
