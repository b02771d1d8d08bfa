import Link from "next/link";
import type { ReactNode } from "react";
import { formatClock } from "#ui/format/format-clock.ts";
import { formatDay } from "#ui/format/format-date.ts";
import type { ReaderOrigin } from "./reader-block.ts";

interface WhyProps {
  origins: readonly ReaderOrigin[];
  number: number;
  projectId: string;
  maySee: { sources: boolean };
}

/**
 * What a block rests on, opened beside the text. It is a `details` element: its link opens it, one at a time, without a script.
 */
export function Why({ origins, number, projectId, maySee }: WhyProps) {
  return (
    <details className="why text-sm text-soft" name="why">
      <summary className="py-1">
        <span className="mr-1.5 text-accent">{number}</span>
        Why is this here?
      </summary>
      <div id={`why-${number}`} className="why-card space-y-4">
        {wishesFirst(origins).map((origin) => (
          <Origin key={origin.id} origin={origin} projectId={projectId} maySee={maySee} />
        ))}
      </div>
    </details>
  );
}

/** What somebody wished or taught stands before the passages, which are long. */
function wishesFirst(origins: readonly ReaderOrigin[]): ReaderOrigin[] {
  const isWish = ({ note, memory }: ReaderOrigin) => note !== null || memory !== null;
  return [...origins.filter(isWish), ...origins.filter((origin) => !isWish(origin))];
}

function Origin({
  origin,
  projectId,
  maySee,
}: Omit<WhyProps, "origins" | "number"> & { origin: ReaderOrigin }) {
  if (origin.passage) {
    const sourcesOf = maySee.sources ? projectId : null;
    return <PassageOrigin origin={origin} passage={origin.passage} projectId={sourcesOf} />;
  }
  if (origin.note) return <NoteOrigin note={origin.note} projectId={projectId} />;
  if (origin.memory) {
    return <Reason title="What was learnt earlier">{origin.memory.text}</Reason>;
  }
  if (origin.episode) {
    return (
      <Reason title="An earlier episode">
        <Link className="link" prefetch={false} href={`/read/${origin.episode.id}`}>
          {origin.episode.title}
        </Link>
      </Reason>
    );
  }
  return null;
}

interface NoteOriginProps {
  note: NonNullable<ReaderOrigin["note"]>;
  projectId: string;
}

/** What a note asked for; whose it was is told only to its author and to editors. */
function NoteOrigin({ note, projectId }: NoteOriginProps) {
  const { id, paraphrase, intent, createdAt, isOwn, mayOpen, author } = note;
  const does = intent === "ASK" ? "asked" : intent === "CORRECT" ? "put right" : "wished";
  const title =
    intent === "ASK" ? "A question, answered here" : intent === "CORRECT" ? "A correction" : "A note";
  const who = isOwn ? "You" : author;
  return (
    <Reason
      title={
        mayOpen ? (
          <Link className="link" prefetch={false} href={`/projects/${projectId}/notes/${id}`}>
            {title}
          </Link>
        ) : (
          title
        )
      }
    >
      {paraphrase ? <p>“{paraphrase}”</p> : null}
      <p className="mt-1">
        {who ? `${who} ${does} this on ` : "From "}
        {formatDay(createdAt.toISOString().slice(0, 10))}.
      </p>
    </Reason>
  );
}

interface PassageOriginProps {
  origin: ReaderOrigin;
  passage: NonNullable<ReaderOrigin["passage"]>;
  projectId: string | null;
}

function PassageOrigin({ origin, passage, projectId }: PassageOriginProps) {
  const { source, ordinal, headingPath } = passage;
  const place = origin.startMs === null ? headingPath.at(-1) : formatClock(origin.startMs);
  const name = place && place !== source.title ? `${source.title}, ${place}` : source.title;
  const href = `/projects/${projectId}/sources/${source.id}?from=${ordinal}#passage-${ordinal + 1}`;
  return (
    <Reason
      title={
        projectId && !source.deletedAt ? (
          <Link className="link" prefetch={false} href={href}>
            {name}
          </Link>
        ) : (
          name
        )
      }
    >
      <PassageText passage={passage} />
    </Reason>
  );
}

function PassageText({ passage: { turns, html, text } }: Pick<PassageOriginProps, "passage">) {
  if (turns) {
    return turns.map((turn) => (
      <p key={`${turn.startMs} ${turn.text}`} className="mt-1.5 first:mt-0">
        {turn.speaker ? <span className="text-ink">{turn.speaker}: </span> : null}
        {turn.text}
      </p>
    ));
  }
  if (html === null) return <p className="whitespace-pre-line">{text}</p>;
  return (
    <div
      className="prose passage"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised where it was rendered
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

function Reason({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div>
      <p className="mb-1 font-medium text-ink">{title}</p>
      <div>{children}</div>
    </div>
  );
}
