import Link from "next/link";
import type { ListedConflict } from "#domain/planning/list-conflicts.ts";
import { formatCount } from "#ui/format/format-count.ts";
import { Section } from "#ui/page-header.tsx";
import { ConflictPair } from "./conflict-pair.tsx";

interface OpenConflictsProps {
  projectId: string;
  conflicts: readonly ListedConflict[];
  zone: string;
  now: Date;
}

const PAIRS_SHOWN = 2;

/** The contradictions that nobody has decided, on top of the board; nothing where there is none. */
export function OpenConflicts({ projectId, conflicts, zone, now }: OpenConflictsProps) {
  const open = conflicts.filter(({ decidedAt }) => decidedAt === null);
  if (conflicts.length === 0) return null;
  const href = `/projects/${projectId}/notes/conflicts`;
  if (open.length === 0) {
    return (
      <p className="mb-4 text-sm">
        <Link className="link" href={href}>
          Contradictions that were decided
        </Link>
      </p>
    );
  }
  return (
    <div className="mb-8">
      <Section
        title="Contradictions"
        aside={
          <Link className="link" href={href}>
            {open.length > PAIRS_SHOWN ? `All ${formatCount(open.length)}` : "All, with those decided"}
          </Link>
        }
      >
        <ol className="border-t border-line">
          {open.slice(0, PAIRS_SHOWN).map((conflict) => (
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
    </div>
  );
}
