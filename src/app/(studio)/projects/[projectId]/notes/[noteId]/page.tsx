import type { Metadata } from "next";
import { SettlePanel } from "#app/(studio)/projects/[projectId]/(parts)/notes/_components/settle-panel.tsx";
import { loadProject } from "#app/(studio)/projects/[projectId]/load-project.ts";
import { requireSignedIn } from "#app/session.ts";
import { LiveRefresh } from "#ui/live-refresh.tsx";
import { Section } from "#ui/page-header.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { NoteActs } from "./_components/note-acts.tsx";
import { NoteHead } from "./_components/note-head.tsx";
import { OthersWhoAsk } from "./_components/others-who-ask.tsx";
import { UnderstoodAs } from "./_components/understood-as.tsx";
import { loadNote } from "./load-note.ts";
import { noteTimeline } from "./note-timeline.tsx";
import { sayWaiting } from "./say-waiting.ts";

export const metadata: Metadata = { title: "Note" };

interface NotePageProps {
  params: Promise<{ projectId: string; noteId: string }>;
}

/** It is read in seconds, and an episode is written in less than a minute; what waits may be decided any moment, the rest takes days. */
const SOON_SECONDS = 2;
const WAITING_SECONDS = 4;
const LATER_SECONDS = 15;

/** A note and its life, for its author and for editors; it keeps itself up to date. */
export default async function NotePage({ params }: NotePageProps) {
  const { projectId, noteId } = await params;
  await loadProject(projectId);
  const { note, writing } = await loadNote(projectId, noteId);
  const { ctx, person, organization } = await requireSignedIn();
  const zone = person.timeZone ?? organization.reportingZone;
  const now = ctx.clock.now();
  const waits = sayWaiting(
    { ...note, isMerged: note.mergedInto !== null, isStopped: note.stoppedAt !== null },
    { ...writing, zone },
  );
  const isSoon = note.status === "RECEIVED" || note.status === "PLANNED" || writing.frozen !== null;
  const waitingSeconds = note.status === "UNDERSTOOD" ? WAITING_SECONDS : LATER_SECONDS;
  return (
    <div className="max-w-3xl space-y-10">
      <LiveRefresh everySeconds={isSoon ? SOON_SECONDS : waitingSeconds} />
      <NoteHead note={note} zone={zone} now={now} />
      <UnderstoodAs note={note} projectId={projectId} />
      {note.can.settle && note.attention ? <SettlePanel noteId={note.id} /> : null}
      <Section title="What became of it">
        <div aria-live="polite">
          <Timeline label="The life of this note" steps={noteTimeline(note, waits, zone)} />
        </div>
      </Section>
      {note.can.settle && !note.attention ? <SettlePanel noteId={note.id} /> : null}
      <OthersWhoAsk note={note} projectId={projectId} />
      <NoteActs note={note} today={now.toLocaleDateString("sv-SE", { timeZone: zone })} />
    </div>
  );
}
