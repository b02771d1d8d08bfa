import Link from "next/link";

interface Neighbour {
  id: string;
  title: string | null;
}

interface NeighboursProps {
  previous: Neighbour | null;
  next: Neighbour | null;
  projectId: string;
}

/** The episodes before and after; at the end of the series, the series itself. */
export function Neighbours({ previous, next, projectId }: NeighboursProps) {
  return (
    <nav
      aria-label="Series"
      className="reader-nav mt-14 flex flex-wrap justify-between gap-x-8 gap-y-4 border-t border-line pt-6"
    >
      {previous ? (
        <Step label="Previous" href={`/read/${previous.id}`} title={previous.title ?? ""} />
      ) : (
        <span />
      )}
      <div className="text-right">
        {next ? (
          <Step label="Next" href={`/read/${next.id}`} title={next.title ?? ""} />
        ) : (
          <Step
            label="You are up to date"
            href={`/projects/${projectId}`}
            title="The series and what comes next"
          />
        )}
      </div>
    </nav>
  );
}

function Step({ label, href, title }: { label: string; href: string; title: string }) {
  return (
    <Link href={href} prefetch={false} className="group block no-underline">
      <span className="block text-sm text-soft">{label}</span>
      <span className="group-hover:underline">{title}</span>
    </Link>
  );
}
