import type { ElementContent, Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { renderMarkdown } from "../../render-markdown.ts";
import type { Attribution, DraftBlock } from "../../writer.ts";
import { clockTime } from "../phrases/clock-time.ts";

/** HTML that is complete in itself, for page, mail and feed alike, and what a page may want to lay out differently. */
export function renderBlock(
  block: DraftBlock,
  links: ReadonlySet<string>,
): { html: string; data: Record<string, unknown> } {
  switch (block.type) {
    case "MARKDOWN":
    case "RECAP":
      return { html: renderMarkdown(block.markdown, links), data: {} };
    case "QUOTE": {
      const footer = attributionLine(block.attribution);
      const html = print([
        element("blockquote", element("p", text(block.text)), element("footer", text(footer))),
      ]);
      return { html, data: { text: block.text, footer, ...block.attribution } };
    }
    case "RECALL": {
      const { question, answer } = block;
      const html = print([
        element("details", element("summary", text(question)), element("p", text(answer))),
      ]);
      return { html, data: { question, answer } };
    }
    case "SCENARIO": {
      const { situation, task } = block;
      const html = `${renderMarkdown(situation, links)}\n${renderMarkdown(task, links)}`;
      return { html, data: { situation, task } };
    }
  }
}

/** "Marit Solheim, 12:04, Product review" or "The cadence, “Clock changes”". */
function attributionLine({ sourceTitle, heading, speaker, startMs }: Attribution): string {
  if (speaker === null && startMs === null) {
    return heading === null || heading === sourceTitle ? sourceTitle : `${sourceTitle}, “${heading}”`;
  }
  return [speaker, startMs === null ? null : clockTime(startMs), sourceTitle]
    .filter((part) => part !== null)
    .join(", ");
}

function element(tagName: string, ...children: ElementContent[]): ElementContent {
  return { type: "element", tagName, properties: {}, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}

/** Words go in as text nodes, so that nothing in them can become markup. */
function print(children: ElementContent[]): string {
  const root: Root = { type: "root", children };
  return unified().use(rehypeStringify).stringify(root);
}
