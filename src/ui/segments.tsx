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
      className="inline-flex max-w-full divide-x divide-line overflow-x-auto rounded-md border border-line"
    >
      {segments.map((segment) => (
        <Link
          key={segment.href}
          href={segment.href}
          scroll={false}
          aria-current={segment.current ? "true" : undefined}
          className="px-3 py-1.5 whitespace-nowrap text-soft max-sm:px-1.5 max-sm:py-2 max-sm:text-xs no-underline -outline-offset-2 hover:text-ink aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:text-ink"
        >
          {segment.label}
        </Link>
      ))}
    </nav>
  );
}
