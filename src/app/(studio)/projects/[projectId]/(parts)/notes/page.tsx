import type { Metadata } from "next";
import Link from "next/link";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { listConflicts } from "#domain/planning/list-conflicts.ts";
import { listNoteAuthors } from "#domain/planning/list-note-authors.ts";
import { listNotes } from "#domain/planning/list-notes.ts";
import { NOTE_COLUMNS } from "#domain/planning/note-states.ts";
import { inOrganization } from "#platform/database.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { BoardColumn } from "./_components/board-column.tsx";
import { BoardFilters } from "./_components/board-filters.tsx";
import { BoardSegments } from "./_components/board-segments.tsx";
import { BulkForm } from "./_components/bulk-form.tsx";
import { OpenConflicts } from "./_components/open-conflicts.tsx";
import { type BoardPlace, type BoardSearch, boardAddress, isFiltered, readPlace } from "./board-address.ts";

export const metadata: Metadata = { title: "Notes" };

interface BoardPageProps {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<BoardSearch>;
}

/** What the four columns begin with, side by side; one alone has pages. */
const NOTES_BESIDE = 12;

/** The board of a project's notes: what waits, what is planned, what was used and what was declined. */
export default async function BoardPage({ params, searchParams }: BoardPageProps) {
  const { projectId } = await params;
  const { notUnderstood, ...place } = readPlace(await searchParams);
  const { ctx, organization, person } = await requireSignedIn();
  const { columns, conflicts, authors } = await orNotFound(
    inOrganization(ctx, async (inside) => {
      const columns = [];
      for (const column of place.column ? [place.column] : NOTE_COLUMNS) {
        const after = place.after ? { after: place.after } : {};
        const beside = place.column ? {} : { limit: NOTES_BESIDE, isCounted: column === NOTE_COLUMNS[0] };
        columns.push({
          column,
          ...(await listNotes(inside, { projectId, column, ...place.filter, ...after, ...beside })),
        });
      }
      return {
        columns,
        conflicts: isTop(place) ? await listConflicts(inside, { projectId }) : [],
        authors: await listNoteAuthors(inside, { projectId }),
      };
    }),
  );
  const counts = columns[0]?.counts;
  if (!counts) throw new Error("A board has columns, and the first is counted.");
  const now = ctx.clock.now();
  const zone = person.timeZone ?? organization.reportingZone;
  const isEmpty = authors.length === 0 && NOTE_COLUMNS.every((each) => counts[each] === 0);
  return (
    <>
      <div className="mb-6">
        <BoardSegments projectId={projectId} place={place} counts={counts} />
      </div>
      <OpenConflicts projectId={projectId} conflicts={conflicts} zone={zone} now={now} />
      {isEmpty && !isFiltered(place.filter) ? (
        <EmptyState title="No note yet">
          Anybody who reads the series can send a note: what they want more or less of, what is wrong, what
          they would like to know. Each is answered by an episode, or declined with a reason.
        </EmptyState>
      ) : (
        <>
          <BoardFilters projectId={projectId} place={place} authors={authors} />
          {notUnderstood.length > 0 ? (
            <p role="status" className="mt-4 text-sm text-soft">
              The address asks for something that can’t be, and it was left out: {notUnderstood.join(", ")}.{" "}
              <Link className="link" href={boardAddress(projectId, place)}>
                Show without it
              </Link>
            </p>
          ) : null}
          <div className="mt-4">
            <BulkForm
              // Another page of notes begins with nothing chosen, and nothing to take back.
              key={boardAddress(projectId, place)}
              acts={{
                settle: !place.column || place.column === "waiting",
                reopen: place.column !== "waiting" && place.column !== "planned",
              }}
            >
              <div className={place.column ? "" : "grid gap-x-6 lg:grid-cols-4"}>
                {columns.map(({ column, notes, next }) => (
                  <BoardColumn
                    key={column}
                    projectId={projectId}
                    column={column}
                    place={place}
                    notes={notes}
                    count={counts[column]}
                    next={next}
                    zone={zone}
                    now={now}
                  />
                ))}
              </div>
            </BulkForm>
          </div>
        </>
      )}
    </>
  );
}

/** Contradictions wait on top of what waits, and not of what is looked for. */
function isTop({ column, filter, after }: BoardPlace): boolean {
  return (column === null || column === "waiting") && after === null && !isFiltered(filter);
}
