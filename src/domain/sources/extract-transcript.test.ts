import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractTranscript } from "./extract-transcript.ts";

/** Turns as "speaker|start-end|text", for short expectations. */
const turnsOf = (text: string) =>
  extractTranscript(text).map((turn) => `${turn.speaker}|${turn.startMs}-${turn.endMs}|${turn.text}`);

const vtt = (...cues: string[]) => `WEBVTT\n\n${cues.join("\n\n")}\n`;
const srt = (...cues: string[]) => `${cues.map((cue, at) => `${at + 1}\n${cue}`).join("\n\n")}\n`;

describe("WebVTT", () => {
  test("voices speak, and what one says in a row is one turn with the times of its cues", () => {
    const turns = extractTranscript(
      vtt(
        "00:01.000 --> 00:02.500\n<v Ada Lovelace>It began</v>",
        "00:02.600 --> 00:04.000\n<v.loud Ada Lovelace>in <i>June</i>\nor &quot;July&quot;.</v>",
        "00:04.000 --> 00:05.000\n<v Charles>&amp; ended.",
      ),
    );
    expect(turns).toEqual([
      {
        speaker: "Ada Lovelace",
        startMs: 1000,
        endMs: 4000,
        text: 'It began in June or "July".',
        marks: [
          { offset: 0, startMs: 1000, endMs: 2500 },
          { offset: 9, startMs: 2600, endMs: 4000 },
        ],
      },
      {
        speaker: "Charles",
        startMs: 4000,
        endMs: 5000,
        text: "& ended.",
        marks: [{ offset: 0, startMs: 4000, endMs: 5000 }],
      },
    ]);
  });

  test("two voices in one cue are two turns, closed or not", () => {
    expect(turnsOf(vtt("00:01.000 --> 00:02.000\n<v Ada>One.</v> <v Bea>Two."))).toEqual([
      "Ada|1000-2000|One.",
      "Bea|1000-2000|Two.",
    ]);
    expect(turnsOf(vtt("00:01.000 --> 00:02.000\n<v Ada>One.\n<v Bea>Two."))).toEqual([
      "Ada|1000-2000|One.",
      "Bea|1000-2000|Two.",
    ]);
  });

  test("settings, identifiers, notes, styles and regions are not speech", () => {
    const text = [
      "WEBVTT - The call",
      "Kind: captions",
      "",
      "STYLE\n::cue { color: red }",
      "",
      "REGION\nid:one\nwidth:40%",
      "",
      "NOTE\nmade by hand\n\nintro\n00:01.000 --> 00:02.000 align:start position:10%\nHello.",
      "",
      "NOTE the end",
      "",
      "00:02.000 --> 00:03.000 line:0\nBye.\n",
    ].join("\n");
    expect(turnsOf(text)).toEqual(["null|1000-3000|Hello. Bye."]);
  });

  test("signs that only look like tags are words, and unknown tags vanish", () => {
    expect(
      turnsOf(vtt("00:01.000 --> 00:02.000\nif a < b and <font color=red>c</font> > d, x<3 or <y>")),
    ).toEqual(["null|1000-2000|if a < b and c > d, x<3 or <y>"]);
  });

  test("cues out of order are put in order, and overlapping ones are kept", () => {
    const text = vtt(
      "00:05.000 --> 00:06.000\n<v B>later",
      "00:01.000 --> 00:05.500\n<v A>earlier",
      "00:02.000 --> 00:03.000\n<v B>between",
    );
    expect(turnsOf(text)).toEqual(["A|1000-5500|earlier", "B|2000-6000|between later"]);
  });

  test("a cue that ends before it begins, and one without its blank line, keep their words", () => {
    expect(
      turnsOf("WEBVTT\n\n00:03.000 --> 00:02.000\n<v A>backwards\n00:04.000 --> 00:05.000\n<v B>close"),
    ).toEqual(["A|3000-3000|backwards", "B|4000-5000|close"]);
  });

  test("a blank line inside a cue loses nothing", () => {
    expect(
      turnsOf(vtt("00:01.000 --> 00:02.000\nfirst\n\nsecond", "00:02.000 --> 00:03.000\nthird")),
    ).toEqual(["null|1000-3000|first second third"]);
  });

  test("entities cannot bring back what no text can hold", () => {
    const text = vtt("00:01.000 --> 00:02.000\na&#0;b&#55296;c &#x10; d");
    expect(turnsOf(text)).toEqual(["null|1000-2000|ab\uFFFDc d"]);
  });

  test("captions that roll up say each line once", () => {
    const text = vtt(
      "00:00.000 --> 00:02.000\nso<00:00:00.500><c> the</c><00:00:01.000><c> ferry</c>",
      "00:02.000 --> 00:02.010\nso the ferry",
      "00:02.010 --> 00:04.000\nso the ferry\nwas<00:00:02.500><c> late</c>",
      "00:04.000 --> 00:04.010\nwas late",
    );
    expect(turnsOf(text)).toEqual(["null|0-4000|so the ferry was late"]);
  });

  test("a person who repeats a word in the next cue is heard twice", () => {
    expect(turnsOf(vtt("00:01.000 --> 00:02.000\nYes.", "00:02.000 --> 00:03.000\nYes."))).toEqual([
      "null|1000-3000|Yes. Yes.",
    ]);
  });

  test("a transcript of times without words is refused", () => {
    expect(() =>
      extractTranscript(vtt("00:01.000 --> 00:02.000\n ", "00:03.000 --> 00:04.000\n<v A></v>")),
    ).toThrow("times but no words");
  });

  test("a voice whose name never ends is cut to what a page can show", () => {
    const [turn] = extractTranscript(vtt(`00:01.000 --> 00:02.000\n<v ${"A".repeat(5000)}>Hi.`));
    expect(turn?.speaker).toHaveLength(80);
  });
});

describe("SRT", () => {
  test("counters, commas, positions and fonts are not speech", () => {
    const text = srt(
      '00:00:01,000 --> 00:00:02,000 X1:100 X2:200\n{\\an8}<font color="#fff">We <B>met</B></font>',
      "00:00:02,000 --> 00:00:03,5\nat 12",
    );
    expect(turnsOf(text)).toEqual(["null|1000-3500|We met at 12"]);
  });

  test("a counter that follows without a blank line is no speech either", () => {
    expect(
      turnsOf("1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:02,000 --> 00:00:03,000\nTwo.\n"),
    ).toEqual(["null|1000-3000|One. Two."]);
  });

  test("hours beyond a day and missing hours are read", () => {
    expect(
      turnsOf(srt("100:00:00,000 --> 100:00:01,000\nLong.", "100:00:09,000 --> 100:00:10,000\nCall.")),
    ).toEqual(["null|360000000-360001000|Long.", "null|360009000-360010000|Call."]);
    expect(turnsOf("1:02.5 --> 1:03.25\nShort.\n")).toEqual(["null|62500-63250|Short."]);
  });
});

describe("speakers without voice tags", () => {
  test("names in front of the words make turns, and unlabelled cues go on in the same voice", () => {
    const text = srt(
      "00:00:01,000 --> 00:00:02,000\nDr. Ann O'Neil: Shall we?",
      "00:00:02,000 --> 00:00:03,000\nIt is late.",
      "00:00:03,000 --> 00:00:04,000\nLudwig van der Berg: Yes.\nDr. Ann O'Neil: Good.",
    );
    expect(turnsOf(text)).toEqual([
      "Dr. Ann O'Neil|1000-3000|Shall we? It is late.",
      "Ludwig van der Berg|3000-4000|Yes.",
      "Dr. Ann O'Neil|3000-4000|Good.",
    ]);
  });

  test("capitals name a speaker even once; a name on its own line belongs to the next", () => {
    expect(
      turnsOf(
        srt(
          "00:00:01,000 --> 00:00:02,000\nSPEAKER_00:\nHello",
          "00:00:02,000 --> 00:00:03,000\nI am here",
          "00:00:09,000 --> 00:00:10,000\nand there",
          "00:00:10,000 --> 00:00:11,000\nand gone",
        ),
      ),
    ).toEqual(["SPEAKER_00|1000-11000|Hello I am here and there and gone"]);
  });

  test("a colon in a sentence makes no speaker", () => {
    const text = srt(
      "00:00:01,000 --> 00:00:02,000\nNote: bring snacks.",
      "00:00:02,000 --> 00:00:03,000\nThe rule is simple: do it at 10:30.",
      "00:00:03,000 --> 00:00:04,000\nSee https://example.org now.",
    );
    expect(turnsOf(text)).toEqual([
      "null|1000-4000|Note: bring snacks. The rule is simple: do it at 10:30. See https://example.org now.",
    ]);
  });

  test("dashes in one cue and >> are different voices; a single dash is punctuation", () => {
    const text = srt(
      "00:00:01,000 --> 00:00:02,000\n- Is it on?\n- It is.",
      "00:00:02,000 --> 00:00:03,000\n>> Then we start.",
      "00:00:03,000 --> 00:00:04,000\n- with the quay.",
    );
    expect(turnsOf(text)).toEqual([
      "null|1000-2000|Is it on?",
      "null|1000-2000|It is.",
      "null|2000-4000|Then we start. - with the quay.",
    ]);
  });

  test("without names a pause ends a turn", () => {
    expect(
      turnsOf(
        srt(
          "00:00:01,000 --> 00:00:02,000\nOne.",
          "00:00:03,900 --> 00:00:05,000\nTwo.",
          "00:00:07,000 --> 00:00:08,000\nThree.",
        ),
      ),
    ).toEqual(["null|1000-5000|One. Two.", "null|7000-8000|Three."]);
  });
});

test("no word is lost or doubled, whatever the cues hold", () => {
  const word = fc
    .stringMatching(/^[a-zäöü0-9<>&;:#/.,!?-]{1,12}$/)
    .filter((text) => /[a-z]/.test(text) && !/-->|&|^-|^>>|<[/a-z0-9]|:$/.test(text));
  const cue = fc.record({
    start: fc.nat(10_000_000),
    length: fc.nat(9000),
    voice: fc.constantFrom("Ada", "Bea"),
    words: fc.array(word, { minLength: 1, maxLength: 8 }),
  });
  const stamp = (ms: number) => new Date(ms).toISOString().slice(11, 23);
  fc.assert(
    fc.property(fc.array(cue, { minLength: 1, maxLength: 20 }), (cues) => {
      const text = vtt(
        ...cues.map(
          ({ start, length, voice, words }) =>
            `${stamp(start)} --> ${stamp(start + length)}\n<v ${voice}>${words.join(" ")}`,
        ),
      );
      const turns = extractTranscript(text);
      const spoken = turns.flatMap((turn) =>
        turn.text.split(" ").map((spokenWord) => `${turn.speaker} ${spokenWord}`),
      );
      expect(spoken.toSorted()).toEqual(
        cues.flatMap(({ voice, words }) => words.map((given) => `${voice} ${given}`)).toSorted(),
      );
      for (const turn of turns) {
        expect(turn.endMs).toBeGreaterThanOrEqual(turn.startMs);
        for (const mark of turn.marks) expect(turn.text.slice(mark.offset)).toMatch(/^\S/);
      }
    }),
    { numRuns: 500 },
  );
});
