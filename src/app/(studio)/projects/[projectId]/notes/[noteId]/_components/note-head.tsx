import Link from "next/link";
import { STATUS_TONES, STATUS_WORDS, sayScope, sayVotes } from "#app/(studio)/_components/say-note.ts";
import { Pill } from "#ui/pill.tsx";
import { When } from "#ui/when.tsx";
import type { NoteOnPage } from "../load-note.ts";

interface NoteHeadProps {
  note: NoteOnPage;
  zone: string;
  now: Date;
}

/** What was written, by whom, what it hangs on, and where it stands in a word. */
export function NoteHead({ note, zone, now }: NoteHeadProps) {
  const who = note.isMine ? "You" : (note.author?.name ?? "Somebody who left");
  const votes = sayVotes(note.votes);
  return (
    <header>
      <div aria-live="polite">
        <Pill tone={STATUS_TONES[note.status]}>{STATUS_WORDS[note.status]}</Pill>
      </div>
      <h2 className="sr-only">Note</h2>
      <p dir="auto" className="mt-2 max-w-[60ch] font-read text-[1.25rem]/normal whitespace-pre-wrap">
        {note.text}
      </p>
      <p className="mt-3 text-sm text-soft">
        {who} · <When at={note.createdAt} zone={zone} now={now} /> ·{" "}
        {sayScope(note.scope, note.untilDate, note.stoppedAt !== null)}
        {votes ? (
          <>
            {" · "}
            <a className="link" href="#votes">
              {votes}
            </a>
          </>
        ) : null}
      </p>
      <Subject note={note} />
    </header>
  );
}

/** What the note hangs on: the marked words as a quotation, the block, the episode. */
function Subject({ note: { subject, passage } }: Pick<NoteHeadProps, "note">) {
  if (!subject && !passage) return null;
  const { episode, block } = subject ?? {};
  const name = episode?.number
    ? `episode ${episode.number}, ${episode.title ?? ""}`
    : (episode?.title ?? "an episode");
  return (
    <figure className="mt-5 max-w-[60ch] border-l-2 border-accent pl-4">
      {passage ? (
        <blockquote dir="auto" className="font-read text-lg italic">
          {passage}
        </blockquote>
      ) : null}
      <figcaption className="mt-1 text-sm text-soft">
        {passage ? "Marked in " : "On "}
        {episode ? (
          <Link
            className="link"
            prefetch={false}
            href={`/read/${episode.id}${block ? `#block-${block.ordinal}` : ""}`}
          >
            {block ? `block ${block.ordinal + 1} of ` : ""}
            {name}
          </Link>
        ) : (
          "an episode that is no longer there"
        )}
        {subject?.isBlockGone ? ". The block is no longer there; the words are kept with the note." : null}
      </figcaption>
    </figure>
  );
}
