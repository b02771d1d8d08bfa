import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { MAX_SOURCE_BYTES } from "./max-source-bytes.ts";
import { readSource } from "./read-source.ts";

const ascii = (text: string) => ({ bytes: new TextEncoder().encode(text) });
const encoded = (text: string, encoding: string, addBOM = false) => ({
  bytes: new Uint8Array(iconv.encode(text, encoding, { addBOM })),
});
const refusal = (input: Parameters<typeof readSource>[0]) =>
  readSource(input).then(
    () => "taken",
    (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
  );

const VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Hello there.</v>\n";
const SRT = "1\n00:00:01,000 --> 00:00:02,000\nHello there.\n\n2\n00:00:02,000 --> 00:00:03,000\nGoodbye.\n";
const GERMAN =
  "Über die Größe der Äpfel läßt sich streiten. Die Straße führt durch schöne Wälder und über Brücken.\n";

describe("the format", () => {
  test.each([
    ["WEBVTT", VTT],
    ["WEBVTT", "WEBVTT Weekly call\nKind: captions\n\n00:01.000 --> 00:02.000\nHello\n"],
    ["SRT", SRT],
    ["SRT", "\n\n00:00:01.000 --> 00:00:02.000\na headless WebVTT reads like SRT\n"],
    ["MARKDOWN", "# A title\n\nAnd a paragraph.\n"],
    ["MARKDOWN", "A title\n=======\n\nAnd a paragraph.\n"],
    ["MARKDOWN", "---\ntitle: Notes\n---\n\nAnd a paragraph.\n"],
    ["MARKDOWN", "Read [the guide](https://example.org/guide) and:\n\n- one\n- two\n"],
    ["TEXT", "A plain paragraph.\n\n- with a list\n- and nothing else\n"],
    ["TEXT", "We met at 10:30 -> and #1 was the budget. 5 * 3 * 2 = 30, a_b_c, file_name_here.\n"],
    ["TEXT", "BM is how a bitmap begins, and MZ a program; here they are words.\n"],
    ["TEXT", "MZ is a country code of Mozambique, and here only the beginning of a sentence.\n"],
    ["TEXT", "The word WEBVTT in the middle makes no transcript.\n"],
  ])("%s is told by what stands in it: %j", async (format, text) => {
    expect((await readSource(ascii(text))).format).toBe(format);
    expect((await readSource({ text })).format).toBe(format);
  });

  test("Windows line ends and a byte order mark change neither format nor identity", async () => {
    const plain = await readSource(ascii(VTT));
    const windows = await readSource(ascii(`\uFEFF${VTT.replaceAll("\n", "\r\n")}`));
    expect(windows.text).toBe(plain.text);
    expect(windows.contentHash).toEqual(plain.contentHash);
  });
});

describe("the encoding", () => {
  test.each([
    ["UTF-16LE", true],
    ["UTF-16BE", true],
    ["UTF-16LE", false],
    ["UTF-16BE", false],
    ["UTF-32LE", true],
    ["UTF-8", true],
    ["UTF-8", false],
  ])("%s (mark: %s) is read without a guess", async (encoding, mark) => {
    const source = await readSource(encoded(GERMAN, encoding, mark));
    expect(source).toMatchObject({ text: GERMAN, encoding, notices: [] });
  });

  test.each([
    [
      "windows-1252",
      "Les élèves français étaient là où ça s’est passé – “vraiment”, disait-elle à sa mère.\n",
    ],
    ["windows-1251", "Привет, как дела? Сегодня у нас встреча, и мы будем говорить о новом билете.\n"],
    ["Shift_JIS", "こんにちは世界。今日は会議です。新しい切符について話します。\n"],
    ["GB18030", "大家好。今天我们开会，讨论新的船票。谁来开始呢？我们有四十分钟的时间。\n"],
  ])("%s is guessed, and the person is told so", async (encoding, text) => {
    const source = await readSource(encoded(text, encoding));
    expect(source.text).toBe(text);
    expect(source.notices.join(" ")).toContain(`it was read as ${source.encoding}`);
  });

  test("an accent that comes late in a long file is not lost to the sample", async () => {
    const text = `${"Nothing but ASCII here. ".repeat(20_000)}\n${"Voilà l’été déjà passé. ".repeat(5)}\n`;
    expect((await readSource(encoded(text, "windows-1252"))).text).toBe(text);
  });

  test("a few damaged places in UTF-8 are shown and counted, not guessed away", async () => {
    const { bytes } = encoded(GERMAN.repeat(5), "UTF-8");
    bytes[10] = 0xff;
    const source = await readSource({ bytes });
    expect(source.encoding).toBe("UTF-8");
    expect(source.text).toContain("\uFFFD");
    expect(source.notices).toEqual([expect.stringContaining("One place was damaged")]);
  });

  test("a replacement character that the author wrote is no damage", async () => {
    expect((await readSource(ascii("The sign \uFFFD stands for itself."))).notices).toEqual([]);
  });
});

describe("what no text can hold", () => {
  test("a stray NUL is left out of a page of text, and the person is told", async () => {
    const text = `${"A sentence of ordinary words. ".repeat(20)}`;
    const source = await readSource(ascii(text.replace("ordinary", "ordi\u0000nary")));
    expect(source.text).toBe(text);
    expect(source.notices).toEqual([expect.stringContaining("One character that no text can hold")]);
  });

  test("lone surrogates in a paste become U+FFFD, and the person is told", async () => {
    const source = await readSource({ text: "Half an \uD83D emoji and \uDE00 the rest." });
    expect(source.text).toBe("Half an \uFFFD emoji and \uFFFD the rest.");
    expect(source.notices).toEqual([expect.stringContaining("2 characters broken in two")]);
  });

  test("whatever is handed over is refused with a sentence or comes out storable", async () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((bytes) => ({ bytes: new Uint8Array(bytes) })),
      fc.string({ unit: "binary", maxLength: 400 }).map((text) => ({ text })),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
        .map((units) => ({ text: String.fromCharCode(...units) })),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (input) => {
        try {
          const { text } = await readSource(input);
          expect(text.isWellFormed()).toBe(true);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone
          expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
        } catch (error) {
          expect(error).toMatchObject({ code: "INVALID", message: expect.stringMatching(/\.$/) });
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a sentence says what is wrong and what to do", () => {
  const PNG = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const damaged =
    "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n\n00:0x.000 --> 00:04.000\nLost?\n\n00:05.000 --> 00:06.000\nBye.\n";

  test.each<[string, Parameters<typeof readSource>[0], RegExp]>([
    ["an empty file", ascii(""), /it is empty\. Check/],
    ["blanks only", ascii(" \n\t\u00a0\u200b \n"), /no words in this/],
    ["signs only", ascii("--- *** !!!"), /no words in this/],
    [
      "a PNG named .txt",
      { bytes: new Uint8Array(PNG) },
      /This is an image file \(PNG\), whatever its name says\./,
    ],
    [
      "a ZIP",
      { bytes: new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, ...new Array(40).fill(0)]) },
      /ZIP archive/,
    ],
    ["a PDF", ascii("%PDF-1.7\nnothing but text so far\n"), /a PDF document/],
    ["RTF", ascii("{\\rtf1\\ansi Hello}"), /an RTF document/],
    ["zeros", { bytes: new Uint8Array(500) }, /binary data/],
    ["HTML", ascii("<!DOCTYPE html><p>Hi</p>"), /web page in HTML.*paste it here/],
    ["XML", ascii('<?xml version="1.0"?><tt>Hi</tt>'), /an XML file/],
    [
      "one byte too many",
      { bytes: new Uint8Array(MAX_SOURCE_BYTES + 1).fill(97) },
      /at most 20 MB\. Split it/,
    ],
    ["a WebVTT header alone", ascii("WEBVTT\n\nNOTE words"), /no line of speech/],
    [
      "WebVTT cut inside a time",
      ascii(`${VTT}\n00:03.000 --> 00:0`),
      /breaks off on line 6 after 00:01\.000/,
    ],
    ["WebVTT cut behind a time", ascii(`${VTT}\n00:03.000 --> 00:04.000`), /breaks off on line 6/],
    ["SRT cut behind a counter", ascii(`${SRT}\n3`), /breaks off on line 9/],
    ["SRT cut inside a time", ascii(`${SRT}\n3\n00:00:0`), /breaks off on line 10/],
    ["SRT cut in its first time", ascii("1\n00:00:01,0"), /no line of speech/],
    [
      "a damaged time in the middle",
      ascii(damaged),
      /time on line 6 of the transcript cannot be read: “00:0x\.000 --> 00:04\.000”/,
    ],
  ])("%s", async (_, input, sentence) => {
    const message = await refusal(input);
    expect(message).toMatch(/^INVALID: /);
    expect(message).toMatch(sentence);
  });

  test("20 MB exactly are taken", async () => {
    const bytes = new Uint8Array(MAX_SOURCE_BYTES).fill(97);
    expect((await readSource({ bytes })).byteCount).toBe(MAX_SOURCE_BYTES);
  });

  test.each([
    ["blank lines", `${VTT}${"\n".repeat(2_000_000)}Bye.\n`],
    ["digits", `${VTT}\n${"1".repeat(2_000_000)}x\n`],
    ["stars", "*".repeat(2_000_000)],
    ["brackets", `a${"[".repeat(2_000_000)}`],
    ["pipes", `a\n${"|a".repeat(1_000_000)}\n|--|\n`],
    ["angles", `${VTT}\n${"<c ".repeat(500_000)}\n`],
    ["blanks", `${" ".repeat(2_000_000)}a${" ".repeat(2_000_000)}`],
  ])("2 MB of %s are answered in seconds, not hours", async (_, text) => {
    const started = performance.now();
    await refusal(ascii(text));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test("every cut of a transcript is refused or still reads", async () => {
    for (let length = 8; length < SRT.length; length++) {
      expect(await refusal(ascii(SRT.slice(0, length)))).toMatch(/^taken$|breaks off|no line of speech/);
    }
  });
});
