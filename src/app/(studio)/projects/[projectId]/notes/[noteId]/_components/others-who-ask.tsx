import Link from "next/link";
import { sayVotes } from "#app/(studio)/_components/say-note.ts";
import { Section } from "#ui/page-header.tsx";
import type { NoteOnPage } from "../load-note.ts";
import { PartForm } from "./part-form.tsx";

/** Who else asks for the same: their notes are votes for the oldest of them, and what becomes of one becomes of all. */
export function OthersWhoAsk({ note, projectId }: { note: NoteOnPage; projectId: string }) {
  const { votes, merged, mergedInto, can } = note;
  if (votes < 2) return null;
  return (
    <div id="votes" className="scroll-mt-20">
      <Section title={sayVotes(votes)}>
        {mergedInto ? (
          <p className="max-w-[65ch]">
            It asks for the same as an earlier note,{" "}
            {mergedInto.id ? (
              <Link className="link" dir="auto" href={`/projects/${projectId}/notes/${mergedInto.id}`}>
                {mergedInto.text}
              </Link>
            ) : (
              <q dir="auto">{mergedInto.text}</q>
            )}
            . They go together, and what becomes of that one becomes of both.
          </p>
        ) : (
          <p className="max-w-[65ch] text-soft">
            {note.isMine ? "Others ask for the same. They" : "Those who ask for the same"} are told of what
            becomes of this note.
          </p>
        )}
        {merged.length > 0 ? (
          <ul className="mt-3 border-t border-line">
            {merged.map((other) => (
              <li key={other.id} className="border-b border-line py-2.5">
                <Link
                  className="no-underline hover:underline"
                  dir="auto"
                  href={`/projects/${projectId}/notes/${other.id}`}
                  prefetch={false}
                >
                  {other.text}
                </Link>
                <span className="block text-sm text-soft">{other.author ?? "Somebody who left"}</span>
              </li>
            ))}
          </ul>
        ) : null}
        {can.part ? (
          <div className="mt-4">
            <PartForm note={note} />
          </div>
        ) : null}
      </Section>
    </div>
  );
}
