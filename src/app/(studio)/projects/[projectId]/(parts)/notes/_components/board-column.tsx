import Link from "next/link";
import type { NoteColumn } from "#domain/planning/note-states.ts";
import { formatCount } from "#ui/format/format-count.ts";
import { type BoardPlace, boardAddress, isFiltered } from "../board-address.ts";
import { COLUMN_WORDS } from "../column-words.ts";
import { type BoardNote, NoteCard } from "./note-card.tsx";

interface BoardColumnProps {
  projectId: string;
  column: NoteColumn;
  place: BoardPlace;
  notes: readonly BoardNote[];
  count: number;
  /** Where the next page begins; null on the last. */
  next: string | null;
  zone: string;
  now: Date;
}

/** One column of the board, the newest note first; beside the others it begins, alone it has pages. */
export function BoardColumn({ projectId, column, place, notes, count, next, zone, now }: BoardColumnProps) {
  const { name, empty } = COLUMN_WORDS[column];
  const { filter } = place;
  const isAlone = place.column !== null;
  const alone = boardAddress(projectId, { column, filter, after: null });
  return (
    <section aria-labelledby={`column-${column}`} className={isOnPhone(column, place) ? "" : "max-lg:hidden"}>
      <h2 id={`column-${column}`} className="border-b border-line pb-2 text-base font-medium tracking-normal">
        {isAlone ? (
          name
        ) : (
          <Link href={alone} className="no-underline hover:underline">
            {name}
          </Link>
        )}{" "}
        <span className="font-normal text-soft">{formatCount(count)}</span>
      </h2>
      {notes.length === 0 ? (
        <p className="max-w-[60ch] py-4 text-soft">
          {isFiltered(filter) ? "No note fits the filter here." : empty}
        </p>
      ) : (
        <ol>
          {notes.map((note) => (
            <NoteCard
              key={note.id}
              projectId={projectId}
              note={note}
              canChoose={column !== "planned"}
              zone={zone}
              now={now}
            />
          ))}
        </ol>
      )}
      <nav aria-label={`Pages of ${name.toLowerCase()}`} className="mt-4 flex gap-6 empty:hidden">
        {isAlone && place.after ? (
          <Link className="link" href={alone}>
            Newest
          </Link>
        ) : null}
        {isAlone && next ? (
          <Link className="link" href={boardAddress(projectId, { column, filter, after: next })}>
            Older
          </Link>
        ) : null}
        {!isAlone && next ? (
          <Link className="link" href={alone}>
            All {formatCount(count)}
          </Link>
        ) : null}
      </nav>
    </section>
  );
}

function isOnPhone(column: NoteColumn, place: BoardPlace): boolean {
  return place.column === column || (place.column === null && column === "waiting");
}
