/** On paper the passages can't be opened, so that the sources stand at the end. */
export function SourcesOfEpisode({ titles }: { titles: readonly string[] }) {
  if (titles.length === 0) return null;
  return (
    <footer className="mt-10 hidden border-t border-line pt-4 text-sm print:block">
      <p className="font-medium">Written from</p>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </footer>
  );
}
