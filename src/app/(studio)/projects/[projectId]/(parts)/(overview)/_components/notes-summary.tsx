import Link from "next/link";
import type { NoteColumn } from "#domain/planning/note-states.ts";
import { formatCount } from "#ui/format/format-count.ts";
import { Section } from "#ui/page-header.tsx";

interface NotesSummaryProps {
  projectId: string;
  counts: Readonly<Record<NoteColumn, number>>;
}

/** How many notes wait and how many are planned, with the ways to them. */
export function NotesSummary({ projectId, counts }: NotesSummaryProps) {
  const board = `/projects/${projectId}/notes`;
  const { waiting, planned } = counts;
  return (
    <Section
      title="Notes"
      aside={
        <Link className="link" href={board}>
          Board
        </Link>
      }
    >
      <p className="title text-lg">
        {waiting + planned === 0 ? (
          "None waits, and none is planned."
        ) : (
          <>
            <Link className="link" href={`${board}?column=waiting`}>
              {waiting === 0 ? "None waits" : `${formatCount(waiting)} ${waiting === 1 ? "waits" : "wait"}`}
            </Link>
            {", "}
            <Link className="link" href={`${board}?column=planned`}>
              {planned === 0 ? "none is planned" : `${formatCount(planned)} planned`}
            </Link>
            .
          </>
        )}
      </p>
    </Section>
  );
}
