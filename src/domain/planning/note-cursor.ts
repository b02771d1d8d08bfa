import { z } from "zod";

/** Where a page of notes ended. */
export interface NotePlace {
  createdAt: Date;
  id: string;
}

/** The same as text that fits into an address: the instant and the id of its last note. */
export const NoteCursor = z
  .string()
  .regex(
    /^\d{1,13}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    "That page is not there. Begin with the first.",
  )
  .transform((text): NotePlace => {
    const [at = "", id = ""] = text.split("_");
    return { createdAt: new Date(Number(at)), id };
  });

/** What comes after a place, the newest first; keeps to the index that sorts by creation. */
export function afterPlace(place: NotePlace | undefined) {
  if (!place) return {};
  const { createdAt, id } = place;
  return { createdAt: { lte: createdAt }, NOT: { createdAt, id: { gte: id } } };
}

/** The first `size` of the rows that were read, one more than these, and where the next page begins. */
export function pageOf<Row extends NotePlace>(rows: readonly Row[], size: number) {
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return { page, next: last ? `${last.createdAt.getTime()}_${last.id}` : null };
}
