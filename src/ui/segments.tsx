import Link from "next/link";

interface Segment {
  href: string;
  label: string;
  current: boolean;
}

/** One of a few views, kept in the URL. */
export function Segments({ label, segments }: { label: string; segments: readonly Segment[] }) {
  return (
    <nav
      aria-label={label}
      className="inline-flex divide-x divide-line overflow-hidden rounded-md border border-line"
    >
      {segments.map((segment) => (
        <Link
          key={segment.href}
          href={segment.href}
          scroll={false}
          aria-current={segment.current ? "true" : undefined}
          className="px-3 py-1.5 text-soft no-underline -outline-offset-2 hover:text-ink aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:text-ink"
        >
          {segment.label}
        </Link>
      ))}
    </nav>
  );
}
