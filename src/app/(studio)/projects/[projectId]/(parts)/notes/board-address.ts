import { z } from "zod";
import { NoteCursor } from "#domain/planning/note-cursor.ts";
import {
  NOTE_COLUMNS,
  type NoteAttention,
  type NoteColumn,
  type NoteScope,
} from "#domain/planning/note-states.ts";
import { NOTE_INTENTS } from "#domain/planning/understanding.ts";

export const SCOPES = ["NEXT_EPISODE", "UNTIL_DATE", "ALWAYS"] as const satisfies NoteScope[];
export const ATTENTIONS = [
  "CONTRADICTION",
  "CORRECTION",
  "SCHEDULE",
  "UNCLEAR",
] as const satisfies NoteAttention[];

const FIELDS = {
  intent: z.enum(NOTE_INTENTS),
  scope: z.enum(SCOPES),
  attention: z.enum(ATTENTIONS),
  authorId: z.uuid(),
  text: z.string().trim().min(1).max(200),
};
const NAMES = ["intent", "scope", "attention", "authorId", "text"] as const satisfies (keyof typeof FIELDS)[];

/** What the board is asked for beside its column; what is absent asks for nothing. */
export interface BoardFilter {
  intent?: z.infer<typeof FIELDS.intent>;
  scope?: NoteScope;
  attention?: NoteAttention;
  authorId?: string;
  text?: string;
}

export interface BoardPlace {
  /** The one column that is shown in full; null for all four side by side. */
  column: NoteColumn | null;
  filter: BoardFilter;
  /** Where a further page begins; only in one column. */
  after: string | null;
}

/** What stands in the address of the board. A form that was sent as it was leaves empty values behind: they ask for nothing. */
export type BoardSearch = Record<string, string | string[] | undefined>;

/** What an address asks for. What it asks for in a way that can't be is left out, and `notUnderstood` names it. */
export function readPlace(search: BoardSearch): BoardPlace & { notUnderstood: string[] } {
  const filter: BoardFilter = {};
  const notUnderstood: string[] = [];
  for (const name of NAMES) {
    const given = search[name];
    if (given === undefined || given === "") continue;
    const outcome = FIELDS[name].safeParse(given);
    if (outcome.success) Object.assign(filter, { [name]: outcome.data });
    else notUnderstood.push(name);
  }
  const column = NOTE_COLUMNS.find((each) => each === search.column) ?? null;
  if (search.column && !column) notUnderstood.push("column");
  const after = column && NoteCursor.safeParse(search.after).success ? String(search.after) : null;
  return { column, filter, after, notUnderstood };
}

/** The address of the board, or of one column of it, with the same filter. */
export function boardAddress(projectId: string, { column, filter, after }: BoardPlace): string {
  const query = new URLSearchParams();
  if (column) query.set("column", column);
  for (const name of NAMES) {
    const value = filter[name];
    if (value) query.set(name, value);
  }
  if (column && after) query.set("after", after);
  const root = `/projects/${projectId}/notes`;
  return query.size > 0 ? `${root}?${query}` : root;
}

/** True where the filter leaves something out. */
export function isFiltered(filter: BoardFilter): boolean {
  return NAMES.some((name) => filter[name] !== undefined);
}
