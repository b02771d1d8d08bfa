import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractMarkdown, extractPlainText } from "./extract-document.ts";

const outline = (text: string) =>
  extractMarkdown(text).blocks.map((block) => `${block.headingPath.join(" > ")} | ${block.text}`);

describe("Markdown", () => {
  test("blocks keep their Markdown and know their headings", () => {
    const text =
      "Lead.\n\n# The *Ferry* & `app`\n\nOne **bold**\nline.\n\nSetext\n------\n\n- a\n  - b\n- c\n\n> quoted\n";
    expect(outline(text)).toEqual([
      " | Lead.",
      "The Ferry & app | One **bold**\nline.",
      "The Ferry & app > Setext | - a\n  - b\n- c",
      "The Ferry & app > Setext | > quoted",
    ]);
  });

  test("a heading that skips a level still stands under the one above it", () => {
    expect(outline("# A\n\n### C\n\nc\n\n## B\n\nb\n")).toEqual(["A > C | c", "A > B | b"]);
  });

  test("a heading with nothing under it is kept as words", () => {
    expect(outline("# A\n\n## Empty\n\n## Full\n\ntext\n\n# Last\n")).toEqual([
      "A | Empty",
      "A > Full | text",
      " | Last",
    ]);
  });

  test("rules, comments and link definitions are no content; other HTML is", () => {
    expect(
      outline("a\n\n---\n\n<!-- secret -->\n\n<details>\nshown\n</details>\n\n[x]: https://x.org\n"),
    ).toEqual([" | a", " | <details>\nshown\n</details>"]);
  });

  test("links by reference are written out, because a chunk must stand alone", () => {
    const text =
      "See [the guide][G], [g] and ![map][m].\n\nA [stranger] stays.\n\n[g]: https://x.org/a_(b) \"The 'guide'\"\n[M]: <map.png>\n";
    expect(outline(text)).toEqual([
      " | See [the guide](<https://x.org/a_(b)> \"The 'guide'\"), [g](<https://x.org/a_(b)> \"The 'guide'\") and ![map](<map.png>).",
      " | A [stranger] stays.",
    ]);
  });

  test("front matter gives the title and is no content", () => {
    const { title, blocks } = extractMarkdown(
      '---\ntitle: "The quay: a story"\ntags: [a]\n---\n\n# Other\n\ntext\n',
    );
    expect(title).toBe("The quay: a story");
    expect(blocks).toEqual([{ kind: "prose", text: "text", headingPath: ["Other"] }]);
  });

  test("a hash inside code is no heading, even where a long document is parsed in parts", () => {
    const filler = `${"word ".repeat(20).trim()}\n\n`.repeat(800);
    const code = `\`\`\`\n${"# not a heading\n\ntext\n".repeat(4000)}\`\`\``;
    const { blocks } = extractMarkdown(`# One\n\n${filler}${code}\n\n${filler}## Two\n\nlast\n`);
    expect(blocks.filter((block) => block.headingPath.includes("not a heading"))).toEqual([]);
    expect(blocks.filter((block) => block.frame !== undefined)).toHaveLength(1);
    expect(blocks.at(-1)).toEqual({ kind: "prose", text: "last", headingPath: ["One", "Two"] });
  });

  test("no word is lost or doubled, whatever the Markdown", () => {
    const piece = fc.constantFrom(
      "# ",
      "## ",
      "- ",
      "> ",
      "1. ",
      "```\n",
      "**",
      "`",
      "[",
      "](",
      ")",
      "\n",
      "\n\n",
      "    ",
      "| ",
      "|---|\n",
      "\t",
      "===\n",
      "---\n",
    );
    let count = 0;
    const word = fc.constant(null).map(() => `w${count++}z`);
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, word, word), { maxLength: 60 }), (parts) => {
        const { blocks } = extractMarkdown(parts.join(" "));
        const kept = blocks.flatMap(
          ({ text, headingPath, frame }) =>
            [...headingPath, frame?.open ?? "", text].join(" ").match(/w\d+z/g) ?? [],
        );
        const given = parts.join(" ").match(/w\d+z/g) ?? [];
        expect(new Set(kept)).toEqual(new Set(given));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["emphasis", "*a_ ".repeat(20_000)],
    ["brackets", "[".repeat(100_000)],
    ["quotes", `${"> ".repeat(2000)}x`],
    ["definitions", "[a]: b\n".repeat(10_000)],
    ["pipes", `${"|".repeat(20_000)}\n${"|-".repeat(10_000)}\n`],
  ])("%s without end take seconds, not hours", (_, text) => {
    const started = performance.now();
    extractMarkdown(`# Title\n\n${text}`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("plain text", () => {
  test("blank lines part paragraphs; lines wrapped by hand stay together", () => {
    const blocks = extractPlainText("  The ferry\nleft late.\n\n \t\nIt came\nearly.\n");
    expect(blocks.map((block) => block.text)).toEqual(["The ferry\nleft late.", "It came\nearly."]);
  });

  test("a line too long to be wrapped by hand is a paragraph", () => {
    const line = "The ferry left late, and nobody on the quay knew why. ".repeat(4).trim();
    expect(extractPlainText(`${line}\n${line}\nShort.`).map((block) => block.text)).toEqual([
      line,
      line,
      "Short.",
    ]);
  });
});
