import Link from "next/link";
import type { ReactNode } from "react";
import { BlockLinks } from "#app/(studio)/_components/block-links.tsx";
import {
  ATTENTION_WORDS,
  STATUS_TONES,
  STATUS_WORDS,
  sayIntent,
  sayScope,
  sayVotes,
} from "#app/(studio)/_components/say-note.ts";
import type { listNotes } from "#domain/planning/list-notes.ts";
import { formatDate } from "#ui/format/format-date.ts";
import { Pill } from "#ui/pill.tsx";
import { When } from "#ui/when.tsx";

export type BoardNote = Awaited<ReturnType<typeof listNotes>>["notes"][number];

interface NoteCardProps {
  projectId: string;
  note: BoardNote;
  /** True where something can be done with many notes at once. */
  canChoose: boolean;
  zone: string;
  now: Date;
}

/** One note on the board: what was said, how it is understood, where it stands and why. */
export function NoteCard({ projectId, note, canChoose, zone, now }: NoteCardProps) {
  const href = `/projects/${projectId}/notes/${note.id}`;
  const who = note.author?.name ?? "Somebody who left";
  return (
    <li
      data-note
      tabIndex={-1}
      className="flex scroll-mt-36 gap-3 border-b border-line py-3 -outline-offset-2 has-checked:bg-accent-wash"
    >
      {canChoose ? (
        <input
          type="checkbox"
          name="notes"
          value={`${note.id}:${note.revision}`}
          aria-label={`Choose the note of ${who}: ${note.text.slice(0, 80)}`}
          className="mt-0.5 ml-0.5 size-4 shrink-0"
        />
      ) : null}
      <div className="min-w-0 grow space-y-1">
        <p className="text-sm text-soft">
          {who} · <When at={note.createdAt} zone={zone} now={now} />
        </p>
        <p dir="auto" className="line-clamp-4 max-w-[70ch]">
          <Link data-open href={href} prefetch={false} className="no-underline hover:underline">
            {note.text}
          </Link>
        </p>
        {note.paraphrase ? (
          <p dir="auto" className="line-clamp-2 max-w-[70ch] text-sm text-soft">
            {note.paraphrase}
          </p>
        ) : null}
        <p className="text-sm text-soft">
          {[
            sayIntent(note.intent, note.topicTerms) ?? "Being read",
            sayScope(note.scope, note.untilDate, note.stoppedAt !== null),
          ].join(" · ")}
          {note.votes > 1 ? (
            <>
              {" · "}
              <Link className="link" href={`${href}#votes`} prefetch={false}>
                {sayVotes(note.votes)}
              </Link>
            </>
          ) : null}
        </p>
        <Standing projectId={projectId} note={note} href={href} />
      </div>
    </li>
  );
}

/** Where the note stands: why it waits, for which episode it is planned, which blocks it changed, why it was declined. */
function Standing({ projectId, note, href }: { projectId: string; note: BoardNote; href: string }) {
  const { status, attention, plannedFor, blocks, reason } = note;
  if (attention) {
    const { name, todo } = ATTENTION_WORDS[attention];
    return (
      <Aside>
        <Pill tone="warn">{name}</Pill>
        <br />
        {todo}{" "}
        <Link
          className="link"
          href={attention === "CONTRADICTION" ? `/projects/${projectId}/notes/conflicts` : `${href}#settle`}
          prefetch={false}
        >
          {attention === "CONTRADICTION" ? "Choose" : "Settle it"}
        </Link>
      </Aside>
    );
  }
  if (status === "RECEIVED" || status === "UNDERSTOOD") return null;
  return (
    <div className="text-sm">
      <Pill tone={STATUS_TONES[status]}>
        {STATUS_WORDS[status]}
        {plannedFor ? (
          <>
            {" for "}
            <Link
              className="link"
              href={`/projects/${projectId}/runs/${plannedFor.queueId}`}
              prefetch={false}
            >
              {plannedFor.title ?? `the episode for ${formatDate(plannedFor.occurrenceKey.slice(0, 10))}`}
            </Link>
          </>
        ) : null}
        {blocks.length > 0 ? " in " : null}
        <BlockLinks blocks={blocks} />
      </Pill>
      {reason ? <p className="line-clamp-3 max-w-[70ch] text-soft">{reason}</p> : null}
    </div>
  );
}

function Aside({ children }: { children: ReactNode }) {
  return <p className="max-w-[70ch] border-l-2 border-warn pl-2.5 text-sm text-soft">{children}</p>;
}
