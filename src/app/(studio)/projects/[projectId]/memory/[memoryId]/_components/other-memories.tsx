import Link from "next/link";

interface OtherMemoriesProps {
  projectId: string;
  title: string;
  memories: readonly { id: string; text: string }[];
}

/** Memories that have to do with this one; nothing where there are none. */
export function OtherMemories({ projectId, title, memories }: OtherMemoriesProps) {
  if (memories.length === 0) return null;
  return (
    <section>
      <h3 className="mb-2 font-medium">{title}</h3>
      <ul className="space-y-1.5">
        {memories.map(({ id, text }) => (
          <li key={id} dir="auto" className="line-clamp-3 break-words">
            <Link className="link" href={`/projects/${projectId}/memory/${id}`} prefetch={false}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
