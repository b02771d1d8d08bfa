import { describe, expect, it } from "vitest";
import type { Passage } from "../../brief.ts";
import { excerptDocument } from "./excerpt-document.ts";

const LINK = "https://example.org/tides";

function excerpts(text: string, over: Partial<Passage> = {}) {
  const passage: Passage = {
    id: "p",
    sourceId: "s",
    sourceTitle: "Harbour",
    format: "MARKDOWN",
    language: "en",
    ordinal: 0,
    headingPath: ["Harbour"],
    text,
    turns: [],
    tokenCount: 10,
    ...over,
  };
  return excerptDocument(passage, new Set([LINK]));
}

const markdown = (text: string, over?: Partial<Passage>) =>
  excerpts(text, over).map((excerpt) => excerpt.markdown);

describe("what is taken from a document", () => {
  it("keeps paragraphs, lists, tables, short code and quotations as they are written", () => {
    const text = [
      "The *tide* turns.",
      "- one\n- two",
      "| tide | hour |\n| - | - |\n| high | six |",
      "```sh\nls\n```",
      "> Said.",
    ];
    expect(markdown(text.join("\n\n"))).toEqual(text);
  });

  it("keeps a link that leads somewhere, and of another only its words", () => {
    expect(markdown(`See [the tides](${LINK}), [the plan](../plan.md) and ![a map](map.png).`)).toEqual([
      `See [the tides](${LINK}), the plan and .`,
    ]);
  });

  it("leaves out what is no reading: lists of links, raw HTML, long code, housekeeping", () => {
    const links = "- [one](a.md)\n- [two](b.md)\n- [three](c.md)";
    expect(
      markdown(`The tide turns.\n\n${links}\n\n<div>raw</div>\n\n\`\`\`\n${"line\n".repeat(40)}\`\`\``),
    ).toEqual(["The tide turns."]);
    expect(markdown("MIT, as they all are.", { headingPath: ["Harbour", "License"] })).toEqual([]);
    expect(markdown("```sh\nls\n```")).toEqual([]);
  });

  it("leaves out an introduction with what it introduced", () => {
    expect(markdown("The tide turns.\n\nSee also:\n\n- [one](a.md)\n- [two](b.md)")).toEqual([
      "The tide turns.",
    ]);
    expect(markdown("The tide turns.\n\nThere are three kinds:")).toEqual(["The tide turns."]);
  });

  it("takes the signs of plain text for signs", () => {
    const [excerpt] = excerpts("2 * 3 * 4 is not # a heading\nbut [one] line.", { format: "TEXT" });
    expect(excerpt?.plain).toBe("2 * 3 * 4 is not # a heading but [one] line.");
    expect(excerpt?.markdown).toBe("2 \\* 3 \\* 4 is not # a heading but \\[one] line.");
  });
});
