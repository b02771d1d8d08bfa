import type { LastEpisode } from "./brief.ts";

const MOST_HEADINGS = 4;

/** The part of a block that a recap needs. */
interface ToldBlock {
  type: string;
  markdown: string;
  data: Record<string, unknown>;
}

/** What the next episode may recall of this one: its title, its headings, where it read, the first line it set apart. */
export function rememberEpisode(episode: {
  id: string;
  title: string;
  blocks: readonly ToldBlock[];
}): LastEpisode {
  const headings = episode.blocks.flatMap(({ type, markdown }) =>
    type === "MARKDOWN"
      ? [...markdown.matchAll(/^##\s+(.+)$/gm)].map(([, heading = ""]) => withoutEscapes(heading))
      : [],
  );
  const quotes = episode.blocks.filter(({ type }) => type === "QUOTE");
  const line = quotes[0];
  const sourceTitles = quotes.flatMap(({ data }) =>
    typeof data.sourceTitle === "string" ? [data.sourceTitle] : [],
  );
  return {
    episodeId: episode.id,
    title: episode.title,
    headings: headings.slice(0, MOST_HEADINGS),
    sourceTitles: [...new Set(sourceTitles)],
    line: line === undefined ? null : { text: line.markdown, attribution: String(line.data.footer) },
  };
}

/** A stored heading is Markdown; a recap quotes its words. */
function withoutEscapes(heading: string): string {
  return heading.replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, "$1").trim();
}
