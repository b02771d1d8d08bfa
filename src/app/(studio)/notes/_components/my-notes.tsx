import Link from "next/link";
import { BlockLinks } from "#app/(studio)/_components/block-links.tsx";
import {
  STATUS_TONES,
  STATUS_WORDS,
  sayIntent,
  sayScope,
  sayVotes,
} from "#app/(studio)/_components/say-note.ts";
import type { listMyNotes } from "#domain/planning/list-my-notes.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Pill } from "#ui/pill.tsx";
import { When } from "#ui/when.tsx";

type MyNote = Awaited<ReturnType<typeof listMyNotes>>["notes"][number];

interface MyNotesProps {
  notes: readonly MyNote[];
  isFiltered: boolean;
  zone: string;
  now: Date;
}

/** Somebody's notes, the newest first, each with where it stands in words. */
export function MyNotes({ notes, isFiltered, zone, now }: MyNotesProps) {
  if (notes.length === 0) {
    return isFiltered ? (
      <EmptyState
        title="No note like that"
        action={
          <Link className="link" href="/notes">
            Show all
          </Link>
        }
      >
        None of your notes is in that state, or about that project.
      </EmptyState>
    ) : (
      <EmptyState title="You have sent no note yet">
        Press n while you read an episode, or “Write a note” on the page of a project: ask for more or less of
        something, put a fact right, or ask a question.
      </EmptyState>
    );
  }
  return (
    <ol aria-label="My notes, the newest first">
      {notes.map((note) => (
        <li key={note.id} className="border-b border-line py-4">
          <p className="text-sm text-soft">
            <Link className="link" href={`/projects/${note.projectId}`} prefetch={false}>
              {note.projectTitle}
            </Link>{" "}
            · <When at={note.createdAt} zone={zone} now={now} />
          </p>
          <p dir="auto" className="mt-1 line-clamp-3 max-w-[65ch]">
            <Link
              href={`/projects/${note.projectId}/notes/${note.id}`}
              prefetch={false}
              className="no-underline hover:underline"
            >
              {note.text}
            </Link>
          </p>
          <Standing note={note} />
        </li>
      ))}
    </ol>
  );
}

function Standing({ note }: { note: MyNote }) {
  const { status, attention, plannedFor, blocks, reason, isMerged, votes } = note;
  const facts = [
    sayIntent(note.intent, note.topicTerms),
    sayScope(note.scope, note.untilDate, note.stoppedAt !== null),
    isMerged ? "goes with one that asks for the same" : sayVotes(votes),
  ];
  return (
    <>
      <p className="mt-1">
        <Pill tone={attention ? "warn" : STATUS_TONES[status]}>
          {attention ? "Waits for an editor" : STATUS_WORDS[status]}
          {plannedFor?.number ? ` in episode ${plannedFor.number}` : null}
          {blocks.length > 0 ? ": " : null}
          <BlockLinks blocks={blocks} />
        </Pill>
      </p>
      {reason ? (
        <p dir="auto" className="line-clamp-2 max-w-[65ch] text-sm text-soft">
          {reason}
        </p>
      ) : null}
      <p className="text-sm text-soft">{facts.filter((fact) => fact !== null).join(" · ")}</p>
    </>
  );
}
