import Link from "next/link";
import type { ListedConflict } from "#domain/planning/list-conflicts.ts";
import { formatPlural } from "#ui/format/format-count.ts";
import { Section } from "#ui/page-header.tsx";
import { ConflictPair } from "./conflict-pair.tsx";

interface OpenConflictsProps {
  projectId: string;
  conflicts: readonly ListedConflict[];
  zone: string;
  now: Date;
}

/** The newest contradiction that nobody has decided, on top of the board, with the way to all; nothing where there is none. */
export function OpenConflicts({ projectId, conflicts, zone, now }: OpenConflictsProps) {
  const open = conflicts.filter(({ decidedAt }) => decidedAt === null);
  const [newest] = open;
  const href = `/projects/${projectId}/notes/conflicts`;
  if (conflicts.length === 0) return null;
  if (!newest) {
    return (
      <p className="mb-4 text-sm">
        <Link className="link" href={href}>
          Contradictions that were decided
        </Link>
      </p>
    );
  }
  return (
    <div className="mb-6">
      <Section
        title={formatPlural(open.length, "contradiction to decide", "contradictions to decide")}
        aside={
          <Link className="link" href={href}>
            All, with those decided
          </Link>
        }
      >
        <ol className="border-t border-line">
          <ConflictPair projectId={projectId} conflict={newest} zone={zone} now={now} />
        </ol>
      </Section>
    </div>
  );
}
