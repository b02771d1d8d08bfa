import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countTokens } from "#platform/count-tokens.ts";
import { type Chunk, chunkDocument, chunkTranscript, MOST_CHUNK_TOKENS } from "./chunk-source.ts";
import { type DocumentBlock, extractMarkdown, extractPlainText } from "./extract-document.ts";
import type { Turn } from "./turn.ts";

const sentence = (words: number, end = ".") => `${"Ferries ".repeat(words).trim()}${end}`;
const paragraph = (tokens: number) =>
  `${sentence(9)} `.repeat(Math.round(tokens / countTokens(`${sentence(9)} `))).trim();
const sizes = (chunks: Chunk[]) => chunks.map((chunk) => chunk.tokenCount);
const squeeze = (text: string) => text.replace(/\s+/g, "");

function turn(speaker: string | null, text: string, startMs = 0): Turn {
  return {
    speaker,
    startMs,
    endMs: startMs + 1000,
    text,
    marks: [{ offset: 0, startMs, endMs: startMs + 1000 }],
  };
}

describe("a document", () => {
  test("is cut at headings, and each chunk says under which it stands", () => {
    const { blocks } = extractMarkdown(
      "# Ferry\n\nIntro.\n\n## Quay\n\nOne.\n\nTwo.\n\n### Gate\n\nThree.\n\n## Sea\n\nFour.\n",
    );
    expect(
      chunkDocument(blocks, "en").map(({ headingPath, text }) => [headingPath.join(" > "), text]),
    ).toEqual([
      ["Ferry", "Intro."],
      ["Ferry > Quay", "One.\n\nTwo."],
      ["Ferry > Quay > Gate", "Three."],
      ["Ferry > Sea", "Four."],
    ]);
  });

  test("under one heading gives chunks of 120 to 220 tokens, cut between paragraphs", () => {
    const paragraphs = Array.from({ length: 40 }, (_, at) => `${at}. ${paragraph(30 + ((at * 37) % 90))}`);
    const chunks = chunkDocument(extractPlainText(paragraphs.join("\n\n")), "en");
    expect(chunks.flatMap((chunk) => chunk.text.split("\n\n"))).toEqual(paragraphs);
    for (const size of sizes(chunks)) {
      expect(size).toBeGreaterThanOrEqual(110);
      expect(size).toBeLessThanOrEqual(240);
    }
  });

  test("a long paragraph is cut between sentences, never inside one", () => {
    const chunks = chunkDocument(extractPlainText(paragraph(2000)), "en");
    expect(chunks.length).toBeGreaterThan(8);
    for (const chunk of chunks) expect(chunk.text).toMatch(/^Ferries .*\.$/);
    expect(Math.max(...sizes(chunks))).toBeLessThanOrEqual(240);
  });

  test("a sentence is cut only when it alone is too long, and then behind a comma or a blank", () => {
    const clause = `${"Ferries ".repeat(19)}sail, `;
    const chunks = chunkDocument(extractPlainText(clause.repeat(60).trim()), "en");
    for (const chunk of chunks) expect(chunk.text).toMatch(/,$/);
    const unbroken = chunkDocument(extractPlainText("word ".repeat(3000).trim()), "en");
    for (const chunk of unbroken) expect(chunk.text).toMatch(/^word( word)*$/);
  });

  test("a sentence that introduces a list stays with it where there is room", () => {
    const text = `${paragraph(150)}\n\nThese sail on Sundays:\n\n- Ansgar\n- Holm\n\n${paragraph(150)}\n`;
    const chunks = chunkDocument(extractMarkdown(`${text}\n- x\n`).blocks, "en");
    expect(chunks.some((chunk) => chunk.text.includes("Sundays:\n\n- Ansgar\n- Holm"))).toBe(true);
  });

  test("parts of long code keep their fences, and parts of a long table its head", () => {
    const code = Array.from({ length: 120 }, (_, at) => `  callTheHarbour(${at});`).join("\n");
    const rows = Array.from({ length: 120 }, (_, at) => `| Ansgar | ${at} |`).join("\n");
    const { blocks } = extractMarkdown(
      `\`\`\`js\n${code}\n\`\`\`\n\n| Port | Cars |\n| --- | ---: |\n${rows}\n`,
    );
    const chunks = chunkDocument(blocks, null);
    const codeChunks = chunks.filter((chunk) => chunk.text.includes("callTheHarbour"));
    expect(codeChunks.length).toBeGreaterThan(3);
    for (const { text } of codeChunks) expect(text).toMatch(/^```js\n {2}call[\s\S]*\);\n```/);
    const tableChunks = chunks.filter((chunk) => /^\| Ansgar/m.test(chunk.text));
    expect(tableChunks.length).toBeGreaterThan(3);
    for (const { text } of tableChunks) expect(text).toContain("| Port | Cars |\n| --- | ---: |\n| Ansgar |");
  });

  test("bold words and links are not torn apart between sentences", () => {
    const bold = "**Mind the gap. Mind the quay. Mind the sea.**";
    const link = "[the rules. All of them.](https://example.org/rules)";
    const text = `${`${sentence(9)} `.repeat(18)}${bold} ${`${sentence(9)} `.repeat(18)}${link} ${sentence(9)}`;
    const whole = chunkDocument([{ kind: "prose", text, headingPath: [] }], "en");
    expect(whole.length).toBeGreaterThan(1);
    expect(whole.filter((chunk) => chunk.text.includes(bold))).toHaveLength(1);
    expect(whole.filter((chunk) => chunk.text.includes(link))).toHaveLength(1);
  });
});

describe("a transcript", () => {
  test("is cut between turns; each chunk holds speakers, times and words", () => {
    const turns = Array.from({ length: 30 }, (_, at) =>
      turn(at % 2 ? "Ada" : "Bea", paragraph(50), at * 1000),
    );
    const chunks = chunkTranscript(turns, "en");
    expect(chunks.flatMap((chunk) => chunk.turns ?? [])).toEqual(turns.map(({ marks, ...rest }) => rest));
    expect(chunks[0]).toMatchObject({ startMs: 0, endMs: (chunks[0]?.turns?.length ?? 0) * 1000 });
    expect(chunks[0]?.text.split("\n")[0]).toBe(`Bea: ${paragraph(50)}`);
  });

  test("a question stays with its answer when sizes allow both", () => {
    const turns = [50, 50, 50, 50, 50, 50].map((tokens, at) =>
      turn("Ada", `${paragraph(tokens)} ${at === 2 ? "Why?" : "So."}`, at * 1000),
    );
    const chunks = chunkTranscript(turns, "en");
    expect(chunks.length).toBeGreaterThan(1);
    for (const chunk of chunks) expect(chunk.text).not.toMatch(/Why\?$/);
  });

  test("each part of a long turn has the times of its own cues", () => {
    const cues = Array.from({ length: 60 }, (_, at) => ({
      text: `${sentence(9)}`,
      startMs: at * 5000,
      endMs: at * 5000 + 4000,
    }));
    const text = cues.map((cue) => cue.text).join(" ");
    const step = sentence(9).length + 1;
    const marks = cues.map(({ startMs, endMs }, at) => ({ offset: at * step, startMs, endMs }));
    const chunks = chunkTranscript([{ speaker: "Ada", startMs: 0, endMs: 299_000, text, marks }], "en");
    let cue = 0;
    for (const chunk of chunks) {
      const count = chunk.text.split(". ").length;
      expect([chunk.startMs, chunk.endMs]).toEqual([cue * 5000, (cue + count - 1) * 5000 + 4000]);
      cue += count;
    }
    expect(cue).toBe(60);
  });
});

describe("whatever the text", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 3000 }),
    fc.string({ unit: "grapheme", maxLength: 3000 }),
    fc.lorem({ maxCount: 300, mode: "sentences" }),
    fc
      .array(
        fc.constantFrom(
          "a",
          "1",
          " ",
          "\n",
          "。",
          "é",
          "👩‍👩‍👧",
          "e\u0301\u0301\u0301",
          "<|endoftext|>",
          "?",
          "**",
          "[",
        ),
        { maxLength: 2000 },
      )
      .map((parts) => parts.join("")),
  );
  const anyBlocks = fc.array(
    fc.record({
      kind: fc.constantFrom<DocumentBlock["kind"]>("prose", "lines"),
      text: anyText,
      headingPath: fc.constantFrom<string[]>([], ["A"], ["A", "B"]),
    }),
    { maxLength: 6 },
  );

  test("every character of a document is in exactly one chunk, and no chunk is too large", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const chunks = chunkDocument(blocks, null);
        expect(squeeze(chunks.map((chunk) => chunk.text).join(""))).toBe(
          squeeze(blocks.map((block) => block.text).join("")),
        );
        for (const chunk of chunks) {
          expect(chunk.tokenCount).toBeLessThanOrEqual(MOST_CHUNK_TOKENS);
          expect(chunk.tokenCount).toBe(countTokens(chunk.text));
          expect(chunk.text.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("every character of a transcript is in exactly one turn of one chunk, in order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("Ada", "B".repeat(80), null), anyText), { maxLength: 12 }),
        (spoken) => {
          const turns = spoken.map(([speaker, text], at) => turn(speaker, text, at * 1000));
          const chunks = chunkTranscript(turns, null);
          const parts = chunks.flatMap((chunk) => chunk.turns ?? []);
          expect(squeeze(parts.map((part) => part.text).join(""))).toBe(
            squeeze(turns.map(({ text }) => text).join("")),
          );
          for (const chunk of chunks) expect(chunk.tokenCount).toBeLessThanOrEqual(MOST_CHUNK_TOKENS);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("plain text loses nothing on its way through paragraphs", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const chunks = chunkDocument(extractPlainText(text), null);
        expect(squeeze(chunks.map((chunk) => chunk.text).join(""))).toBe(squeeze(text));
      }),
      { numRuns: 300 },
    );
  });

  test("the words that control a model are counted as the text that they are", () => {
    expect(countTokens("<|endoftext|>")).toBeGreaterThan(1);
    const [chunk] = chunkDocument(extractPlainText("It ends with <|endoftext|> and <|im_start|>."), "en");
    expect(chunk?.text).toContain("<|endoftext|>");
  });

  test("200,000 letters without a blank are cut in seconds, not hours", () => {
    const started = performance.now();
    const chunks = chunkDocument(extractPlainText("a".repeat(200_000)), null);
    expect(chunks.reduce((sum, chunk) => sum + chunk.charCount, 0)).toBe(200_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
