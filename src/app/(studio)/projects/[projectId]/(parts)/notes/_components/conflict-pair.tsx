import Link from "next/link";
import { sayDirective } from "#app/(studio)/_components/say-directive.ts";
import { STATUS_TONES, STATUS_WORDS, sayScope, sayVotes } from "#app/(studio)/_components/say-note.ts";
import type { ListedConflict, NoteInConflict } from "#domain/planning/list-conflicts.ts";
import { Pill } from "#ui/pill.tsx";
import { When } from "#ui/when.tsx";
import { ChooseForm } from "./choose-form.tsx";

interface ConflictPairProps {
  projectId: string;
  conflict: ListedConflict;
  zone: string;
  now: Date;
}

/** Two notes that contradict each other, side by side: what each asks for, who asks, and what was decided. */
export function ConflictPair({ projectId, conflict, zone, now }: ConflictPairProps) {
  const { conflictId, chosenNoteId, decidedAt, decidedByName, canDecide } = conflict;
  const side = (note: NoteInConflict) => ({
    id: note.noteId,
    label: note.paraphrase,
    isChosen: note.noteId === chosenNoteId,
    mayChoose: canDecide,
    note: <Side projectId={projectId} note={note} zone={zone} now={now} />,
  });
  const [older, newer] = conflict.notes;
  return (
    <li className="border-b border-line py-4">
      <ChooseForm conflictId={conflictId} sides={[side(older), side(newer)]} />
      {decidedAt ? (
        <p className="mt-3 text-sm text-soft">
          Decided by {decidedByName ?? "somebody who left"}, <When at={decidedAt} zone={zone} now={now} />.
          {canDecide ? " Until an episode has taken it up, it can be decided again." : null}
        </p>
      ) : null}
    </li>
  );
}

function Side({
  projectId,
  note,
  zone,
  now,
}: Omit<ConflictPairProps, "conflict"> & { note: NoteInConflict }) {
  const { noteId, text, paraphrase, authorName, votes, scope, untilDate, status, createdAt } = note;
  const effect = sayDirective(note.directive);
  return (
    <div className="space-y-1">
      <p className="text-sm text-soft">
        {authorName ?? "Somebody who left"} · <When at={createdAt} zone={zone} now={now} />
      </p>
      <p dir="auto" className="line-clamp-6">
        <Link
          href={`/projects/${projectId}/notes/${noteId}`}
          prefetch={false}
          className="no-underline hover:underline"
        >
          {text}
        </Link>
      </p>
      {paraphrase === text ? null : (
        <p dir="auto" className="line-clamp-3 text-sm text-soft">
          {paraphrase}
        </p>
      )}
      {effect ? (
        <p dir="auto" className="text-sm">
          {effect}
        </p>
      ) : null}
      <p className="text-sm text-soft">
        {[
          sayScope(scope, untilDate?.toISOString().slice(0, 10) ?? null),
          sayVotes(votes),
          note.isInForce ? "in force" : null,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {status === "RECEIVED" || status === "UNDERSTOOD" ? null : (
        <Pill tone={STATUS_TONES[status]}>{STATUS_WORDS[status]}</Pill>
      )}
    </div>
  );
}
