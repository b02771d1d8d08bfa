import { type About, type NotePlace, narrowest } from "./note-place.ts";

/** What somebody has written and not sent, kept by their browser for one project and one person. */
export interface NoteDraft {
  text: string;
  scope: string;
  untilDate: string;
  about: About;
  place: NotePlace;
  /** Under which the note is one, however often it is sent. */
  submissionKey: string;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Where the draft of a project is kept. Another person at the same browser has another one. */
export function draftKey(projectId: string, userId: string): string {
  return `note:${projectId}:${userId}`;
}

/** The draft, or null. A browser that keeps nothing for us, or has kept something else, has none. */
export function readDraft(store: Store, key: string): NoteDraft | null {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps a draft; one without a word is none. */
export function keepDraft(store: Store, key: string, draft: NoteDraft): void {
  try {
    if (draft.text.trim() === "") store.removeItem(key);
    else store.setItem(key, JSON.stringify(draft));
  } catch {
    // A browser that is full or keeps nothing: what is typed is still in the form.
  }
}

export function dropDraft(store: Store, key: string): void {
  try {
    store.removeItem(key);
  } catch {
    // It kept nothing in the first place.
  }
}

/**
 * Where a draft goes on: what somebody points at now goes before where they began, but who points at nothing goes on where they
 * were.
 */
export function placeFor(draft: NoteDraft | null, pointed: NotePlace): { place: NotePlace; about: About } {
  const isPointing = pointed.passage !== undefined || pointed.blockId !== undefined;
  if (draft && !isPointing) return { place: draft.place, about: draft.about };
  return { place: pointed, about: narrowest(pointed) };
}

function isDraft(kept: unknown): kept is NoteDraft {
  if (typeof kept !== "object" || kept === null) return false;
  const draft: Partial<Record<keyof NoteDraft, unknown>> = kept;
  const texts = [draft.text, draft.scope, draft.untilDate, draft.about, draft.submissionKey];
  return texts.every((each) => typeof each === "string") && typeof draft.place === "object";
}
