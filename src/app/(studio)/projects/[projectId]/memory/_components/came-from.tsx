import Link from "next/link";
import type { MemoryPage } from "#domain/planning/list-memories.ts";

interface CameFromProps {
  projectId: string;
  provenance: MemoryPage["memories"][number]["provenance"];
}

/** Where a memory was learnt, as links to it: a note and who wrote it, an episode, a chat, a person. */
export function CameFrom({ projectId, provenance }: CameFromProps) {
  const { origin, note, episode, person } = provenance;
  const by = person ? ` of ${person.name}` : "";
  if (origin === "NOTE" && note) {
    return (
      <>
        from a{" "}
        <Link className="link" href={`/projects/${projectId}/notes/${note.id}`} prefetch={false}>
          note
        </Link>
        {by}
      </>
    );
  }
  if (origin === "EPISODE" && episode) {
    return (
      <>
        from{" "}
        <Link className="link" href={`/read/${episode.id}`} prefetch={false}>
          {episode.number === null ? "an episode" : `episode ${episode.number}`}
        </Link>
      </>
    );
  }
  if (origin === "CHAT") return <>from a chat{by}</>;
  return <>added by {person?.name ?? "somebody who has left"}</>;
}
