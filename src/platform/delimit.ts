import { createHash } from "node:crypto";

/**
 * A mark that stands in none of the texts, the same for the same texts: who writes a source can't know it, and so can't close the
 * bracket in which the source stands.
 */
export function boundaryFor(texts: readonly string[]): string {
  const digest = createHash("sha256").update(JSON.stringify(texts)).digest("hex");
  for (let at = 0; ; at++) {
    const boundary = at === 0 ? digest.slice(0, 16) : `${digest.slice(0, 16)}-${at}`;
    if (!texts.some((text) => text.includes(boundary))) return boundary;
  }
}

/** A text between two lines that name it by its label and carry the boundary. */
export function delimited(boundary: string, label: string, text: string): string {
  return `<<< ${label} ${boundary}\n${text}\n>>> ${label} ${boundary}`;
}
