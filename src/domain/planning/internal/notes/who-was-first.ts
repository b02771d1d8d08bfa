import { displayedName } from "#domain/people/displayed-name.ts";
import { may } from "#domain/people/permissions.ts";
import type { TxCtx } from "#platform/context.ts";
import type { NoteStepKind } from "#platform/db/generated/client.ts";
import type { LockedNote } from "./lock-notes.ts";

/** What people do with a note, after their name. */
const DID: Partial<Record<NoteStepKind, string>> = {
  EDITED: "has changed it",
  CORRECTED: "has put right how it is understood",
  ACCEPTED: "has accepted it",
  USED: "has marked it as done",
  DECLINED: "has declined it",
  REOPENED: "has reopened it",
  STOPPED: "has stopped it",
  WITHDRAWN: "has withdrawn it",
};

/** Who changed a note before the one who asks, and what they decided; for those who see all notes by name. */
export async function whoWasFirst({ tx, organizationId, actor }: TxCtx, note: LockedNote): Promise<string> {
  const last = await tx.noteStep.findFirst({
    where: { organizationId, noteId: note.id, actorId: { not: null } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { kind: true, reason: true, actorId: true, actor: { select: { name: true, deletedAt: true } } },
  });
  if (!last) return "It has changed meanwhile. Look at it again.";
  const isMe = actor.kind === "user" && actor.userId === last.actorId;
  const name = isMe ? "You" : may(actor, "note.read") ? displayedName(last.actor) : null;
  const did = DID[last.kind] ?? "has changed it";
  const reason = last.reason ? `: “${last.reason}”` : "";
  return `${name ?? "Somebody"} ${isMe ? did.replace("has", "have") : did} meanwhile${reason}. Look at it again.`;
}
