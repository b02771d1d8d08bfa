import { isAtLeast } from "#domain/people/permissions.ts";
import type { Role } from "#platform/context.ts";
import type { NoteAttention } from "#platform/db/generated/client.ts";
import type { Directive } from "../../directive.ts";

export interface Attended {
  kind: Directive["kind"];
  /** Of whoever said how it is to be understood, or else wrote it; null for somebody who is no longer a member. */
  role: Role | null;
  /** The writer of the project. */
  writer: string;
  isContradicted: boolean;
  /** An editor has looked at it since it was understood, and let it pass. */
  isAccepted: boolean;
}

/** Why a note waits for an editor before it can be planned; null where it doesn't. */
export function attentionFor({
  kind,
  role,
  writer,
  isContradicted,
  isAccepted,
}: Attended): NoteAttention | null {
  if (isContradicted) return "CONTRADICTION";
  if (kind === "SCHEDULE") return "SCHEDULE";
  // The built-in writer quotes: it has no tone to change.
  if (kind === "OTHER" || (kind === "TONE" && writer === "built-in")) return "UNCLEAR";
  // What is printed word for word is an editor's, or passes one.
  if (kind === "CORRECT" && !isAccepted && (role === null || !isAtLeast(role, "EDITOR"))) return "CORRECTION";
  return null;
}
