import { COLUMN_WORDS } from "#app/(studio)/projects/[projectId]/(parts)/notes/column-words.ts";
import { NOTE_COLUMNS } from "#domain/planning/note-states.ts";
import { Button } from "#ui/button.tsx";
import { Segments } from "#ui/segments.tsx";
import { type MyNotesPlace, myNotesAddress } from "../my-notes-address.ts";

interface NotesFilterProps {
  place: MyNotesPlace;
  projects: readonly { id: string; title: string }[];
}

/** Which notes are shown, kept in the address. */
export function NotesFilter({ place: { state, projectId }, projects }: NotesFilterProps) {
  return (
    <div className="mb-2 flex flex-wrap items-center gap-3">
      <Segments
        label="State"
        segments={[
          { href: myNotesAddress({ projectId }), label: "All", current: state === null },
          ...NOTE_COLUMNS.map((each) => ({
            href: myNotesAddress({ state: each, projectId }),
            label: COLUMN_WORDS[each].name,
            current: state === each,
          })),
        ]}
      />
      {projects.length > 1 ? (
        <form method="get" action="/notes" aria-label="Project" className="flex min-w-0 gap-2">
          {state ? <input type="hidden" name="state" value={state} /> : null}
          <select
            name="project"
            aria-label="Project"
            defaultValue={projectId ?? ""}
            className="control max-w-52 min-w-0"
          >
            <option value="">All projects</option>
            {projects.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          <Button type="submit">Show</Button>
        </form>
      ) : null}
    </div>
  );
}
