import type { Metadata } from "next";
import Link from "next/link";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { listConflicts } from "#domain/planning/list-conflicts.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Section } from "#ui/page-header.tsx";
import { ConflictPair } from "../_components/conflict-pair.tsx";

export const metadata: Metadata = { title: "Contradictions" };

/** Notes that ask for what can't both be: those to decide, and those decided that can still be decided otherwise. */
export default async function ConflictsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const { ctx, organization, person } = await requireSignedIn();
  const conflicts = await orNotFound(listConflicts(ctx, { projectId }));
  const zone = person.timeZone ?? organization.reportingZone;
  const now = ctx.clock.now();
  const lists = [
    { title: "To decide", conflicts: conflicts.filter(({ decidedAt }) => decidedAt === null) },
    { title: "Decided", conflicts: conflicts.filter(({ decidedAt }) => decidedAt !== null) },
  ].filter(({ conflicts }) => conflicts.length > 0);
  return (
    <>
      <p className="mb-6">
        <Link className="link" href={`/projects/${projectId}/notes`}>
          Back to the board
        </Link>
      </p>
      {lists.length === 0 ? (
        <EmptyState title="No note contradicts another">
          When two notes ask for what can’t both be, they wait here side by side until an editor chooses one.
        </EmptyState>
      ) : (
        <p className="mb-6 max-w-[70ch] text-soft">
          These notes ask for what can’t both be. The one that you choose counts; the author of the other is
          told what was chosen. The newest decision stands.
        </p>
      )}
      {lists.map(({ title, conflicts }) => (
        <Section key={title} title={title}>
          <ol className="border-t border-line">
            {conflicts.map((conflict) => (
              <ConflictPair
                key={conflict.conflictId}
                projectId={projectId}
                conflict={conflict}
                zone={zone}
                now={now}
              />
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
}
