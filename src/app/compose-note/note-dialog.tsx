import { X } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { draftKey } from "./note-draft.ts";
import { NoteFields } from "./note-fields.tsx";
import { NoteSent } from "./note-sent.tsx";

interface NoteDialogProps {
  projectId: string;
  projectTitle: string;
  /** Whose drafts these are. */
  userId: string;
  today: string;
}

/**
 * The quick composer, closed: a dialog of the browser's own, so that the page needs no script for it until `n` is pressed. What
 * opens, fills and sends it is loaded then. Without a script its page stands in for it.
 */
export function NoteDialog({ projectId, projectTitle, userId, today }: NoteDialogProps) {
  return (
    <dialog
      id="note-dialog"
      data-draft={draftKey(projectId, userId)}
      aria-labelledby="note-dialog-title"
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(34rem,calc(100vw-2rem))] overflow-y-auto rounded-lg border border-line bg-raised p-5 text-ink shadow-float backdrop:bg-scrim print:hidden"
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 id="note-dialog-title" className="title text-xl">
          Write a note
        </h2>
        <button
          type="button"
          data-close
          aria-label="Close"
          className="-m-1.5 grid size-8 place-items-center rounded-md text-soft hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      </div>
      <form method="post" action={`/projects/${projectId}/notes/send`} className="space-y-5">
        <div
          data-note-problem
          role="alert"
          tabIndex={-1}
          className="border-l-2 border-bad bg-bad-wash px-4 py-3 empty:hidden"
        />
        <NoteFields
          id="note-dialog"
          projectTitle={projectTitle}
          place={null}
          state={{}}
          today={today}
          // Whoever opens it makes one: a page with a name of its own in it would never be the same twice.
          submissionKey=""
        />
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" tone="primary">
            Send the note
          </Button>
          <span className="text-sm text-soft">
            <span data-kept className="empty:hidden" />
          </span>
          <span className="grow" />
          <kbd aria-hidden className="key max-sm:hidden">
            Ctrl Enter
          </kbd>
        </p>
      </form>
      <NoteSent href={null} />
    </dialog>
  );
}
