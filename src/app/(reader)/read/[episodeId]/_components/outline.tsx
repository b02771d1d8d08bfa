export interface OutlineEntry {
  ordinal: number;
  text: string;
}

/** The headings of an episode; the reader's script marks the one in view. */
export function Outline({ entries }: { entries: readonly OutlineEntry[] }) {
  if (entries.length < 2) return null;
  return (
    <nav aria-label="Outline" className="reader-outline text-sm text-soft">
      <ol>
        {entries.map(({ ordinal, text }) => (
          <li key={ordinal}>
            <a
              href={`#block-${ordinal}`}
              data-outline={ordinal}
              className="block max-w-52 border-l border-line py-1.5 pl-3 no-underline hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
            >
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
