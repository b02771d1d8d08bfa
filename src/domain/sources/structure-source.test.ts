import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSource } from "./read-source.ts";
import { structureSource } from "./structure-source.ts";

const structure = async (text: string) => structureSource(await readSource({ text }));

test.each([
  ["en", "The ferry left the quay late, and nobody knew why it had waited so long."],
  ["de", "Die Fähre legte zu spät ab, und niemand wusste, warum sie so lange gewartet hatte."],
  ["fr", "Le bateau est parti en retard, et personne ne savait pourquoi il avait attendu."],
  [null, "Hm. Ok."],
])("the language is %s", async (language, text) => {
  expect((await structure(text)).language).toBe(language);
});

test("links are the addresses that stand in the text, once each", async () => {
  const text =
    "# L\n\nSee [a](https://en.wikipedia.org/wiki/Ferry_(boat)), https://x.org/b?c=d#e. And <http://x.org>, **https://x.org/f**, https://x.org/b?c=d#e!";
  expect((await structure(text)).links).toEqual([
    "https://en.wikipedia.org/wiki/Ferry_(boat)",
    "https://x.org/b?c=d#e",
    "http://x.org",
    "https://x.org/f",
  ]);
});

test("a transcript gives its speakers in order, its length and its words as lines", async () => {
  const text =
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bea>Hi.\n\n00:03.000 --> 00:09.500\n<v Ada>Ho.\n\n00:09.500 --> 00:09.900\n<v Bea>Hi.\n";
  expect(await structure(text)).toMatchObject({
    speakers: ["Bea", "Ada"],
    durationMs: 9900,
    text: "Bea: Hi.\nAda: Ho.\nBea: Hi.",
    chunks: [{ text: "Bea: Hi.\nAda: Ho.\nBea: Hi.", startMs: 1000, endMs: 9900 }],
  });
});

const MEETINGS = "../shared/data/qmsum/val";

test.skipIf(!existsSync(MEETINGS))(`every real meeting in ${MEETINGS} keeps all its words`, async () => {
  const names = readdirSync(MEETINGS).filter((name) => name.endsWith(".json"));
  expect(names.length).toBeGreaterThan(30);
  for (const name of names.slice(0, 8)) {
    const { meeting_transcripts: spoken } = JSON.parse(readFileSync(`${MEETINGS}/${name}`, "utf8"));
    const stamp = (at: number) => new Date(at * 4000).toISOString().slice(11, 23);
    const cues = spoken.map(
      ({ speaker, content }: { speaker: string; content: string }, at: number) =>
        `${stamp(at)} --> ${stamp(at + 1)}\n<v ${speaker}>${content.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</v>`,
    );
    const { chunks } = await structure(`WEBVTT\n\n${cues.join("\n\n")}\n`);
    const kept = chunks.flatMap((chunk) => (chunk.turns ?? []).map((turn) => turn.text)).join(" ");
    const given = spoken.map((turn: { content: string }) => turn.content).join(" ");
    expect(kept.replace(/\s+/g, "")).toBe(given.replace(/\s+/g, ""));
    const inRange = chunks.filter((chunk) => chunk.tokenCount >= 110 && chunk.tokenCount <= 240).length;
    expect(inRange / chunks.length).toBeGreaterThan(0.85);
  }
});

test.each(["---\nauthor: me\n---\n\n<!-- only a comment -->\n", "---\ntitle: nothing else\n---\n"])(
  "%j is nothing to write from",
  async (text) => {
    await expect(structure(text)).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("nothing to write from"),
    });
  },
);
