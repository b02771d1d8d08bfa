import Link from "next/link";
import type { listNotifications } from "#domain/planning/list-notifications.ts";
import { When } from "#ui/when.tsx";

type News = Awaited<ReturnType<typeof listNotifications>>["notifications"][number];

interface NewsListProps {
  news: readonly News[];
  zone: string;
  now: Date;
}

/** What somebody was told of their notes, the newest first; what they have not read is marked. */
export function NewsList({ news, zone, now }: NewsListProps) {
  if (news.length === 0) {
    return (
      <p className="max-w-[60ch] text-soft">
        Nothing yet. You are told here when a note of yours is understood, planned, used or declined.
      </p>
    );
  }
  return (
    <ol aria-label="News, the newest first" className="border-t border-line">
      {news.map(({ id, subject, readAt, createdAt, noteId, projectId, projectTitle }) => (
        <li key={id} className="flex gap-2.5 border-b border-line py-2.5">
          <span
            aria-hidden
            className={`mt-[7px] size-[7px] shrink-0 rounded-full ${readAt === null ? "bg-accent" : ""}`}
          />
          <div className="min-w-0">
            <Link
              href={`/projects/${projectId}/notes/${noteId}`}
              prefetch={false}
              dir="auto"
              className={`no-underline hover:underline ${readAt === null ? "font-medium" : ""}`}
            >
              {readAt === null ? <span className="sr-only">Unread: </span> : null}
              {subject}
            </Link>
            <p className="text-sm text-soft">
              {projectTitle} · <When at={createdAt} zone={zone} now={now} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
