import Link from "next/link";
import { sayIntent } from "#app/(studio)/_components/say-note.ts";
import { Fold } from "#ui/fold.tsx";
import { Section } from "#ui/page-header.tsx";
import type { NoteOnPage } from "../load-note.ts";
import { PutRightForm } from "./put-right-form.tsx";

const READERS = {
  RULES: "Read by rules, without a model.",
  MODEL: "Read by a language model.",
  PERSON: "As a person has put it right.",
} as const;

/** How the note was understood, and the way to put that right. */
export function UnderstoodAs({ note, projectId }: { note: NoteOnPage; projectId: string }) {
  const { paraphrase, intent, topicTerms, understoodBy, targetSource, can } = note;
  if (!paraphrase) {
    return (
      <Section title="Understood as">
        <p className="text-soft">
          {note.status === "RECEIVED" ? "It is being read." : "It was not read before it ended."}
        </p>
      </Section>
    );
  }
  return (
    <Section
      title="Understood as"
      aside={
        note.status === "UNDERSTOOD" && !note.mergedInto ? (
          <Link className="link" href={`/projects/${projectId}/notes/${note.id}/preview`} prefetch={false}>
            See what it would change
          </Link>
        ) : null
      }
    >
      <p dir="auto" className="max-w-[60ch] text-lg">
        “{paraphrase}”
      </p>
      <p className="mt-1 mb-4 text-sm text-soft">
        {[
          sayIntent(intent, topicTerms),
          targetSource ? `from ${targetSource.title}` : null,
          understoodBy ? READERS[understoodBy] : null,
        ]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
      {can.correct ? (
        <Fold title={note.isMine ? "That’s not what I meant" : "That’s not what is meant"}>
          <PutRightForm key={note.revision} note={{ ...note, paraphrase, intent }} />
        </Fold>
      ) : null}
    </Section>
  );
}
