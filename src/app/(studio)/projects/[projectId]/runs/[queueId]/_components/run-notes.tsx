import Link from "next/link";
import { BlockLinks } from "#app/(studio)/_components/block-links.tsx";
import { sayIntent, sayVotes } from "#app/(studio)/_components/say-note.ts";
import type { listRunNotes } from "#domain/planning/list-run-notes.ts";
import { Section } from "#ui/page-header.tsx";
import { Pill, type Tone } from "#ui/pill.tsx";

type RunNote = Awaited<ReturnType<typeof listRunNotes>>[number];

const OUTCOMES: Record<RunNote["outcome"], { tone: Tone; says: string }> = {
  PLANNED: { tone: "run", says: "In the brief" },
  USED: { tone: "good", says: "Used" },
  PARTLY_USED: { tone: "warn", says: "Partly used" },
  NOT_USED: { tone: "bad", says: "Not used" },
  RELEASED: { tone: "neutral", says: "Given back: it counts for the next episode" },
};

/** The notes in the brief of this run, and what became of each; nothing where it had none. */
export function RunNotes({ projectId, notes }: { projectId: string; notes: readonly RunNote[] }) {
  if (notes.length === 0) return null;
  return (
    <Section title="Notes in its brief">
      <ul className="border-t border-line">
        {notes.map((note) => (
          <li key={note.id} className="border-b border-line py-3">
            <Pill tone={OUTCOMES[note.outcome].tone}>
              {OUTCOMES[note.outcome].says}
              {note.blocks.length > 0 ? " in " : null}
              <BlockLinks blocks={note.blocks} />
            </Pill>
            <p className="line-clamp-3 max-w-[65ch]">
              <Link className="link" href={`/projects/${projectId}/notes/${note.id}`} prefetch={false}>
                {note.paraphrase ?? note.text}
              </Link>
            </p>
            <p className="text-sm text-soft">
              {[sayIntent(note.intent, note.topicTerms), note.author, sayVotes(note.votes)]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {note.reason ? <p className="mt-1 max-w-[65ch] text-soft">{note.reason}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
