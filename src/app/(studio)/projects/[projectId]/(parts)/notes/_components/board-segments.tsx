import { NOTE_COLUMNS, type NoteColumn } from "#domain/planning/note-states.ts";
import { formatCount } from "#ui/format/format-count.ts";
import { Segments } from "#ui/segments.tsx";
import { type BoardPlace, boardAddress } from "../board-address.ts";
import { COLUMN_WORDS } from "../column-words.ts";

interface BoardSegmentsProps {
  projectId: string;
  place: BoardPlace;
  counts: Readonly<Record<NoteColumn, number>>;
}

/** The columns as links: all side by side where there is room, on a phone always one, which is at first what waits. */
export function BoardSegments({ projectId, place, counts }: BoardSegmentsProps) {
  const { column, filter } = place;
  const hrefOf = (each: NoteColumn | null) => boardAddress(projectId, { column: each, filter, after: null });
  const columns = (current: NoteColumn | null) =>
    NOTE_COLUMNS.map((each) => ({
      href: hrefOf(each),
      label: `${COLUMN_WORDS[each].name} ${formatCount(counts[each])}`,
      current: each === current,
    }));
  return (
    <>
      <div className="max-lg:hidden">
        <Segments
          label="Columns"
          segments={[{ href: hrefOf(null), label: "Board", current: column === null }, ...columns(column)]}
        />
      </div>
      <div className="lg:hidden">
        <Segments label="Columns, one at a time" segments={columns(column ?? "waiting")} />
      </div>
    </>
  );
}
