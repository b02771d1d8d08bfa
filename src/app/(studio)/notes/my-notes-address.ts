import { NOTE_COLUMNS, type NoteColumn } from "#domain/planning/note-states.ts";

/** What stands in the address of a person's own notes. */
export interface MyNotesSearch {
  state?: string | string[];
  project?: string | string[];
  after?: string | string[];
  show?: string | string[];
}

export interface MyNotesPlace {
  /** Null for all. */
  state: NoteColumn | null;
  projectId: string | null;
  after: string | null;
  /** What one was told, in place of one's notes. */
  isNews: boolean;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the address asks for; what can't be asks for nothing. */
export function readMyNotes({ state, project, after, show }: MyNotesSearch): MyNotesPlace {
  return {
    state: NOTE_COLUMNS.find((each) => each === state) ?? null,
    projectId: typeof project === "string" && ID.test(project) ? project : null,
    after: typeof after === "string" && after !== "" ? after : null,
    isNews: show === "news",
  };
}

export function myNotesAddress(place: Partial<MyNotesPlace>): string {
  const query = new URLSearchParams();
  if (place.isNews) query.set("show", "news");
  if (place.state) query.set("state", place.state);
  if (place.projectId) query.set("project", place.projectId);
  if (place.after) query.set("after", place.after);
  return query.size > 0 ? `/notes?${query}` : "/notes";
}
