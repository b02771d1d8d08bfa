import { describe, expect, it } from "vitest";
import type { Brief, Passage } from "./brief.ts";
import { builtInWriter } from "./built-in-writer.ts";
import { checkDraft } from "./check-draft.ts";
import { gatherBrief } from "./gather-brief.ts";
import { fingerprintOf } from "./internal/select/fingerprint.ts";
import { wordingOf } from "./internal/select/wording.ts";
import type { Draft, DraftBlock } from "./writer.ts";

const LINK = "https://example.org/tides";

const paragraphs = [
  `The harbour keeps a table of the tides, and [the table](${LINK}) is printed anew every January. A skipper who sails without it is a guest of the sandbank.`,
  "The lighthouse was built in 1871 by a widow who had lost two brothers to the reef. Her name is carved into the ninth step, because nobody climbs as far as the tenth.",
  "The ferry carries forty cars and a bell. The bell is older than the ferry, so that the crew greets it when a watch begins.",
];

const passages: Passage[] = paragraphs.map((text, ordinal) => ({
  id: `p${ordinal}`,
  sourceId: "harbour",
  sourceTitle: "The harbour",
  format: "MARKDOWN",
  language: "en",
  ordinal,
  headingPath: ["The harbour"],
  text,
  turns: [],
  tokenCount: 40,
}));

async function write(): Promise<{ brief: Brief; draft: Draft }> {
  const gathered = gatherBrief({
    project: { id: "p", title: "Harbour", goal: "", audience: "", language: "en", minutes: 1 },
    episodeNumber: 1,
    passages,
    coveredPassageIds: [],
    coveredTexts: [],
    coveredTitles: [],
    last: null,
    links: [LINK],
    notes: [],
    recentTexts: [],
    coveredTopics: [],
    memories: [],
    corrections: [],
  });
  if (gathered.kind !== "brief") throw new Error(gathered.reason);
  const { output: outline } = await builtInWriter.outline(gathered.brief);
  const { output: draft } = await builtInWriter.write(gathered.brief, outline);
  return { brief: gathered.brief, draft };
}

/** The draft with one of its blocks changed. */
function withBlock(draft: Draft, type: DraftBlock["type"], change: (block: DraftBlock) => DraftBlock): Draft {
  const at = draft.blocks.findIndex((block) => block.type === type && block.origins.length > 0);
  const block = draft.blocks[at];
  if (block === undefined) throw new Error(`there is no ${type} block`);
  return { ...draft, blocks: draft.blocks.with(at, change(block)) };
}

const codes = (brief: Brief, draft: Draft) => [...new Set(checkDraft(brief, draft).map(({ code }) => code))];

describe("the check", () => {
  it("lets the mail address of a source stand as words, and finds one that nobody wrote", async () => {
    const { brief, draft } = await write();
    const mail = "ann@harbour.example";
    const [first, ...rest] = brief.candidates;
    if (first === undefined) throw new Error("there is a passage");
    const told = { ...brief, candidates: [{ ...first, text: `${first.text} Write to ${mail}.` }, ...rest] };
    const writing = withBlock(draft, "MARKDOWN", (block) =>
      block.type === "MARKDOWN"
        ? { ...block, markdown: `${block.markdown}\n\nWrite to ann\\@harbour.example.` }
        : block,
    );
    expect(checkDraft(told, writing)).toEqual([]);
    expect(checkDraft(brief, writing)).toContainEqual(expect.objectContaining({ code: "LINK" }));
  });

  it("lets an address of a source stand with the signs behind it that are no part of it", async () => {
    const { brief, draft } = await write();
    const call = '{"url":"https://tides.example/19"}}';
    const [first, ...rest] = brief.candidates;
    if (first === undefined) throw new Error("there is a passage");
    const links = [...brief.links, "https://tides.example/19"];
    const told = { ...brief, links, candidates: [{ ...first, text: `${first.text} ${call}` }, ...rest] };
    const writing = withBlock(draft, "MARKDOWN", (block) =>
      block.type === "MARKDOWN" ? { ...block, markdown: `${block.markdown}\n\n${call}` } : block,
    );
    expect(checkDraft(told, writing)).toEqual([]);
    expect(checkDraft(brief, writing)).toContainEqual(expect.objectContaining({ code: "LINK" }));
  });

  it("lets through what the built-in writer writes", async () => {
    const { brief, draft } = await write();
    expect(checkDraft(brief, draft)).toEqual([]);
    expect(JSON.stringify(draft)).toContain(LINK);
  });

  it("finds a quotation that differs by one letter, in any block", async () => {
    const { brief, draft } = await write();
    let tried = 0;
    draft.blocks.forEach((block, at) => {
      block.origins.forEach((origin, index) => {
        if (origin.kind !== "PASSAGE" || origin.quote === null) return;
        const altered = { ...origin, quote: origin.quote.replace(/[a-z](?=[^a-z]*$)/, "#") };
        const blocks = draft.blocks.with(at, { ...block, origins: block.origins.with(index, altered) });
        expect(checkDraft(brief, { ...draft, blocks })).toContainEqual(
          expect.objectContaining({ code: "QUOTE", block: at }),
        );
        tried++;
      });
    });
    expect(tried).toBeGreaterThan(3);
  });

  it("finds words in quotation marks that stand in no passage", async () => {
    const { brief, draft } = await write();
    const lied = withBlock(draft, "MARKDOWN", (block) =>
      block.type === "MARKDOWN"
        ? { ...block, markdown: `${block.markdown} “The harbour was sold to a bank.”` }
        : block,
    );
    expect(codes(brief, lied)).toEqual(["QUOTE"]);
  });

  it.each([
    'It says "the harbour was sold to a bank" and more.',
    "It says «the harbour was sold to a bank» and more.",
    "Es sagt »the harbour was sold to a bank« dazu.",
    "Es sagt „the harbour was sold to a bank“ dazu.",
    'A 5" rope, and "the harbour was sold to a bank" too.',
    '- one\n- "the harbour was sold to a bank"',
  ])("finds them whatever the marks are: %s", async (line) => {
    const { brief, draft } = await write();
    const lied = withBlock(draft, "MARKDOWN", (block) =>
      block.type === "MARKDOWN" ? { ...block, markdown: `${block.markdown}\n\n${line}` } : block,
    );
    expect(codes(brief, lied)).toEqual(["QUOTE"]);
  });

  it.each([
    'A 5" rope and a 6" chain are all that the crew has beside the quay.',
    "„Hafen“ und „Kran“ stehen in keinem Buch der Stadt, und «quai» auch nicht.",
    'They call it "the old lady" here.',
  ])("lets inches and single expressions be: %s", async (line) => {
    const { brief, draft } = await write();
    const marked = withBlock(draft, "MARKDOWN", (block) =>
      block.type === "MARKDOWN" ? { ...block, markdown: `${block.markdown}\n\n${line}` } : block,
    );
    expect(codes(brief, marked)).toEqual([]);
  });

  it("finds an answer that does not stand in its passage, in words or in figures", async () => {
    const { brief, draft } = await write();
    const answering = (answer: string) =>
      codes(
        brief,
        withBlock(draft, "RECALL", (block) => (block.type === "RECALL" ? { ...block, answer } : block)),
      );
    expect(answering("Seventeen purple submarines sang opera.")).toEqual(["SOURCE"]);
    expect(answering("It was in 1999.")).toEqual(["SOURCE"]);
  });

  it("finds raw HTML, and an address in the title", async () => {
    const { brief, draft } = await write();
    const raw = withBlock(draft, "MARKDOWN", (block) =>
      block.type === "MARKDOWN"
        ? { ...block, markdown: `${block.markdown} <b onclick="x()">now</b>` }
        : block,
    );
    expect(codes(brief, raw)).toEqual(["LINK"]);
    expect(codes(brief, { ...draft, title: "Win at www.evil.example" })).toEqual(["LINK"]);
    expect(codes(brief, { ...draft, dek: "See https://evil.example/now" })).toEqual(["LINK"]);
  });

  it("finds a recall question whose answer has no passage", async () => {
    const { brief, draft } = await write();
    expect(
      codes(
        brief,
        withBlock(draft, "RECALL", (block) => ({ ...block, origins: [] })),
      ),
    ).toEqual(["QUOTE"]);
  });

  it.each([
    "[tides](https://evil.example/)",
    "![](https://evil.example/pixel.png)",
    '<img src="https://evil.example/pixel.png">',
    "<https://evil.example>",
    "www.evil.example",
    "[a][b]\n\n[b]: https://evil.example",
    "[x](javascript:alert(1))",
  ])("finds a link that stands in no source: %s", async (link) => {
    const { brief, draft } = await write();
    const linked = withBlock(draft, "MARKDOWN", (block) =>
      block.type === "MARKDOWN" ? { ...block, markdown: `${block.markdown}\n\n${link}` } : block,
    );
    expect(codes(brief, linked)).toEqual(["LINK"]);
  });

  it("finds what the series has used or said before", async () => {
    const { brief, draft } = await write();
    const used = { ...brief, covered: { ...brief.covered, passageIds: ["p1"] } };
    expect(codes(used, draft)).toEqual(["REPEAT"]);
    const told = draft.blocks.filter(({ type }) => type === "MARKDOWN");
    const twice: Draft = { ...draft, blocks: [...draft.blocks, ...told] };
    expect(codes(brief, twice)).toEqual(["REPEAT"]);
    const titled = { ...brief, covered: { ...brief.covered, titles: [draft.title.toUpperCase()] } };
    expect(codes(titled, draft)).toEqual(["TITLE"]);
  });

  it("finds a repeated block though it names no origin, and the writer leaves out the line that would be one", async () => {
    const { brief, draft } = await write();
    const line =
      "The winter harbour and what the keeper of its oldest lantern wrote there, and a second quarry behind the viaduct that nobody has measured since the spring.";
    const uncited: DraftBlock = { type: "MARKDOWN", markdown: line, origins: [] };
    const said = { ...brief, covered: { ...brief.covered, fingerprint: fingerprintOf(line) } };
    expect(codes(said, { ...draft, blocks: [...draft.blocks, uncited] })).toEqual(["REPEAT"]);
    expect(codes(brief, { ...draft, blocks: [...draft.blocks, uncited] })).toEqual([]);

    const headings = [
      "The winter harbour and what the keeper of its oldest lantern wrote there before the spring came back to the quarry",
    ];
    const outline = { ...(await builtInWriter.outline(brief)).output, isLast: false, ahead: headings };
    const { output: first } = await builtInWriter.write(brief, outline);
    const lead = first.blocks.at(-1);
    const text = lead?.type === "MARKDOWN" ? lead.markdown : "";
    expect(text).toContain(headings[0]);
    const next = { ...brief, covered: { ...brief.covered, fingerprint: fingerprintOf(text) } };
    const { output: second } = await builtInWriter.write(next, outline);
    expect(second.blocks).toEqual(first.blocks.slice(0, -1));
  });

  it("finds what the series has said in slightly other words, unless a fresh passage says so itself", async () => {
    const { brief, draft } = await write();
    const [, told = ""] = paragraphs;
    const before = told.replace("built", "raised").replace("carved", "cut").replace("climbs", "goes");
    const earlier = { ...brief.covered, fingerprint: fingerprintOf(before), wording: wordingOf(before) };
    const said = { ...brief, covered: earlier };
    const findingsOf = (passageId: string, markdown: string) => {
      const origins = [{ kind: "PASSAGE" as const, passageId, quote: null, startMs: null, endMs: null }];
      const repeating: Draft = { ...draft, blocks: [{ type: "MARKDOWN", markdown, origins }] };
      return checkDraft(said, repeating).filter(({ code }) => code === "REPEAT");
    };
    expect(findingsOf("p0", told)).toHaveLength(1);
    expect(findingsOf("p1", told)).toHaveLength(0);
    expect(findingsOf("p1", before)).toHaveLength(1);
  });

  it("finds a passage that is not in the brief", async () => {
    const { brief, draft } = await write();
    const foreign = withBlock(draft, "MARKDOWN", (block) => ({
      ...block,
      origins: [{ kind: "PASSAGE", passageId: "elsewhere", quote: null, startMs: null, endMs: null }],
    }));
    expect(codes(brief, foreign)).toEqual(["SOURCE"]);
  });

  it("finds what is much too short or too long", async () => {
    const { brief, draft } = await write();
    expect(codes(brief, { ...draft, blocks: draft.blocks.slice(-1) })).toEqual(["LENGTH"]);
    const padding = Array.from({ length: 600 }, (_, at) => `Tide ${at} turns.`).join(" ");
    const long: Draft = {
      ...draft,
      blocks: [...draft.blocks, { type: "MARKDOWN", markdown: padding, origins: [] }],
    };
    expect(codes(brief, long)).toEqual(["LENGTH"]);
  });

  it("finds another language", async () => {
    const { brief, draft } = await write();
    const german =
      "Der Hafen führt eine Tafel der Gezeiten, die jedes Jahr im Januar neu gedruckt wird. Wer ohne sie segelt, ist zu Gast auf der Sandbank. " +
      "Der Leuchtturm wurde von einer Witwe gebaut, die zwei Brüder an das Riff verloren hatte. Ihr Name ist in die neunte Stufe gemeißelt, weil niemand bis zur zehnten steigt. " +
      "Die Fähre trägt vierzig Wagen und eine Glocke, und die Glocke ist älter als die Fähre.";
    expect(codes(brief, { ...draft, blocks: [{ type: "MARKDOWN", markdown: german, origins: [] }] })).toEqual(
      ["LANGUAGE"],
    );
  });
});
