import Link from "next/link";
import type { ProjectInNeed } from "#domain/planning/count-notes-needing-me.ts";
import type { NoteAttention } from "#domain/planning/note-states.ts";
import { formatPlural } from "#ui/format/format-count.ts";
import { Pill } from "#ui/pill.tsx";

export interface NotesInNeed {
  projects: readonly ProjectInNeed[];
  /** The oldest first. */
  oldest: readonly { id: string; projectId: string; text: string; paraphrase: string | null }[];
  /** Memories that wait for approval. */
  proposals: readonly { projectId: string; title: string; count: number }[];
}

/** What notes and memory want of an editor, by project: what waits, how much of it, the way to it, and the note that waits longest. */
export function NotesNeedYou({ projects, oldest, proposals }: NotesInNeed) {
  return (
    <>
      {projects.map((project) => {
        const first = oldest.find(({ projectId }) => projectId === project.projectId);
        const root = `/projects/${project.projectId}/notes`;
        return (
          <li key={project.projectId} className="border-b border-line py-3">
            <Pill tone="warn">Notes wait</Pill>
            <p className="max-w-[65ch]">
              {kindsOf(project).map(({ says, href }, index) => (
                <span key={href}>
                  {index > 0 ? ", " : ""}
                  <Link className="link" href={`${root}${href}`}>
                    {says}
                  </Link>
                </span>
              ))}
            </p>
            <p className="line-clamp-2 max-w-[65ch] text-soft">
              {project.title}
              {first ? (
                <>
                  {" · the oldest: "}
                  <Link
                    href={`${root}/${first.id}`}
                    prefetch={false}
                    className="no-underline hover:underline"
                    dir="auto"
                  >
                    {first.paraphrase ?? first.text}
                  </Link>
                </>
              ) : null}
            </p>
          </li>
        );
      })}
      {proposals.map(({ projectId, title, count }) => (
        <li key={projectId} className="border-b border-line py-3">
          <Pill tone="warn">Memory to approve</Pill>
          <p>
            <Link className="link" href={`/projects/${projectId}/memory?status=PROPOSED`}>
              {formatPlural(count, "proposal")}
            </Link>
          </p>
          <p className="text-soft">{title}</p>
        </li>
      ))}
    </>
  );
}

function kindsOf(project: ProjectInNeed): { says: string; href: string }[] {
  const { contradictions, corrections, schedule, unclear, waitedLong } = project;
  const waiting = (attention: NoteAttention) => `?column=waiting&attention=${attention}`;
  return [
    { count: contradictions, says: formatPlural(contradictions, "contradiction"), href: "/conflicts" },
    { count: corrections, says: formatPlural(corrections, "correction"), href: waiting("CORRECTION") },
    {
      count: schedule,
      says: formatPlural(schedule, "wish about the schedule", "wishes about the schedule"),
      href: waiting("SCHEDULE"),
    },
    { count: unclear, says: formatPlural(unclear, "unclear note"), href: waiting("UNCLEAR") },
    {
      count: waitedLong,
      says: `${formatPlural(waitedLong, "note")} waiting for three episodes or more`,
      href: "?column=waiting",
    },
  ].filter(({ count }) => count > 0);
}
