import Link from "next/link";
import { sayDirective } from "#app/(studio)/_components/say-directive.ts";
import { ATTENTION_WORDS } from "#app/(studio)/_components/say-note.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { requireCtx } from "#app/session.ts";
import { getNoteToSettle } from "#domain/planning/get-note-to-settle.ts";
import { Section } from "#ui/page-header.tsx";
import { SettleForm } from "./settle-form.tsx";

type ToSettle = Awaited<ReturnType<typeof getNoteToSettle>>;

/** What an editor decides about a note that waits: code can't, or must not by itself. */
export async function SettlePanel({ noteId }: { noteId: string }) {
  const note = await orNotFound(getNoteToSettle(await requireCtx(), { noteId }));
  const { projectId, attention, directive } = note;
  const effect = sayDirective(directive);
  return (
    <div id="settle" className="scroll-mt-20">
      <Section title={attention ? "Needs an editor" : "Settle it"}>
        {attention ? <p className="mb-4 max-w-[65ch]">{ATTENTION_WORDS[attention].todo}</p> : null}
        {attention === "CONTRADICTION" ? (
          <p className="mb-4">
            <Link className="link" href={`/projects/${projectId}/notes/conflicts`}>
              See both side by side
            </Link>
          </p>
        ) : null}
        {attention === "SCHEDULE" ? (
          <p className="mb-4">
            <Link className="link" href={`/projects/${projectId}/cadence`}>
              Change the cadence
            </Link>
          </p>
        ) : null}
        {directive?.kind === "CORRECT" ? (
          <Corrected note={note} wrong={directive.wrong} right={directive.right} />
        ) : null}
        {effect && directive?.kind !== "CORRECT" ? (
          <p dir="auto" className="mb-4 max-w-[65ch] text-soft">
            {effect}
          </p>
        ) : null}
        <SettleForm note={note} canAccept={attention === "CORRECTION" || attention === "UNCLEAR"} />
      </Section>
    </div>
  );
}

interface CorrectedProps {
  note: Pick<ToSettle, "projectId" | "passages">;
  wrong: string | null;
  right: string;
}

/** The passages that a correction is about, and its words as they would be printed. */
function Corrected({ note: { projectId, passages }, wrong, right }: CorrectedProps) {
  return (
    <div className="mb-5 max-w-[65ch] space-y-3">
      {passages.map(({ id, text, source }) => (
        <figure key={id} className="border-l-2 border-line pl-4">
          <blockquote dir="auto" className="line-clamp-6 text-soft">
            {text}
          </blockquote>
          <figcaption className="mt-1 text-sm text-soft">
            <Link className="link" href={`/projects/${projectId}/sources/${source.id}`}>
              {source.title}
            </Link>
          </figcaption>
        </figure>
      ))}
      {passages.length === 0 ? (
        <p className="text-soft">Which passage of the sources it is about could not be told.</p>
      ) : null}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-soft">Wrong</dt>
        <dd dir="auto">{wrong ? <del className="no-underline">{wrong}</del> : "Not named"}</dd>
        <dt className="text-soft">Right</dt>
        <dd dir="auto">
          <ins className="no-underline">{right}</ins>
        </dd>
      </dl>
    </div>
  );
}
