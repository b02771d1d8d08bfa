import { z } from "zod";
import { Correction, SteeringMemory, SteeringNote } from "#domain/planning/steer.ts";

/** One turn of a transcript: what one speaker said between two instants of the recording. */
export const Turn = z.object({
  speaker: z.string().nullable(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  text: z.string(),
});
export type Turn = z.infer<typeof Turn>;

/** One chunk of a source as the writer sees it. It is a transcript's when it has turns. */
export const Passage = z.object({
  id: z.string(),
  sourceId: z.string(),
  sourceTitle: z.string(),
  format: z.enum(["MARKDOWN", "TEXT", "WEBVTT", "SRT"]),
  /** Of the source, where it was recognised; else that of the project is taken. */
  language: z.string().nullable(),
  ordinal: z.number(),
  headingPath: z.array(z.string()),
  text: z.string(),
  turns: z.array(Turn),
  tokenCount: z.number(),
});
export type Passage = z.infer<typeof Passage>;

/** A piece of a document that is worth reading: one paragraph, list, table, block of code or quotation. */
export const TextExcerpt = z.object({
  kind: z.literal("text"),
  node: z.enum(["paragraph", "heading", "list", "table", "code", "blockquote"]),
  markdown: z.string(),
  /** The words without marks, as they stand in the passage. */
  plain: z.string(),
  words: z.number(),
});
export type TextExcerpt = z.infer<typeof TextExcerpt>;

/** What one speaker said in one go, less what was left out. */
export const SpeechExcerpt = z.object({
  kind: z.literal("speech"),
  speaker: z.string().nullable(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  /** Consecutive words of the speaker; between two of them something was left out. */
  pieces: z.array(z.string()),
  words: z.number(),
  /** It ends with a question. */
  asks: z.boolean(),
  /** How much it says for its length; compares only within one source. */
  weight: z.number(),
});
export type SpeechExcerpt = z.infer<typeof SpeechExcerpt>;

export const Excerpt = z.discriminatedUnion("kind", [TextExcerpt, SpeechExcerpt]);
export type Excerpt = z.infer<typeof Excerpt>;

/** A passage that the episode may use, with the parts of it that are worth reading. */
export const Candidate = Passage.extend({
  excerpts: z.array(Excerpt),
  words: z.number(),
  /** What whoever leads a talk has called as the subject that begins with this passage. */
  subject: z.string().optional(),
  /** The notes and memories for which it was brought forward. */
  steeredBy: z.array(z.string()).optional(),
});
export type Candidate = z.infer<typeof Candidate>;

/** What the reader can be reminded of: the previous episode in its own words. */
export const LastEpisode = z.object({
  episodeId: z.string(),
  title: z.string(),
  headings: z.array(z.string()),
  sourceTitles: z.array(z.string()),
  /** One line that it quoted, with who said it or where it stands. */
  line: z.object({ text: z.string(), attribution: z.string() }).nullable(),
});
export type LastEpisode = z.infer<typeof LastEpisode>;

/** What an earlier episode was about, in the words that it had for it. */
export const CoveredTopic = z.object({ text: z.string(), episodeId: z.string() });
export type CoveredTopic = z.infer<typeof CoveredTopic>;

/** What the topic of a note or a memory is told by in these sources. */
export const SteeredTopic = z.object({
  /** Sets of stems: a sentence that holds one of them whole is about the topic. */
  stems: z.array(z.array(z.string())),
  /** Share of the words worth reading in the sources that are about it. */
  inSources: z.number(),
});
export type SteeredTopic = z.infer<typeof SteeredTopic>;

/** A passage that says what a note of this brief puts right; it may have been told, and so be no candidate. */
export const CorrectedPassage = z.object({
  noteId: z.string(),
  passageId: z.string(),
  sourceTitle: z.string(),
  /** The heading it stands under, or who says it and when. */
  place: z.string().nullable(),
  /** The wrong words as they stand in the passage. */
  said: z.string().nullable(),
  right: z.string(),
  toldIn: z.object({ episodeId: z.string(), title: z.string() }).nullable(),
});
export type CorrectedPassage = z.infer<typeof CorrectedPassage>;

/** What notes and memories come to with these sources, settled when the brief was frozen. */
export const Steering = z.object({
  /** What an episode has without notes: minutes, and quotations set apart for a thousand words. */
  usual: z.object({ minutes: z.number(), quotations: z.number() }),
  /** By the id of a note that stands for longer: quotations for a thousand words in the episodes before the first that had it. */
  quotationsBefore: z.record(z.string(), z.number()).default({}),
  /** By the id of the note or memory. */
  topics: z.record(z.string(), SteeredTopic),
  /** By the id of the note: how much each stem of its question tells. */
  questions: z.record(z.string(), z.record(z.string(), z.number())),
  /** The passage of a note's answer and the words that answer. */
  answers: z.array(z.object({ noteId: z.string(), passageId: z.string(), quote: z.string() })),
  corrected: z.array(CorrectedPassage),
  /** By the id of the note: why no writer can honour it with these sources, for its author. */
  cant: z.record(z.string(), z.string()),
  /** Words that only this episode leaves out. */
  wordsLater: z.number(),
});
export type Steering = z.infer<typeof Steering>;

/**
 * The assignment of one episode, frozen before a word is written: a retry writes from the same brief, and the page can
 * show what an episode was written from.
 */
export const Brief = z.object({
  version: z.literal(1),
  project: z.object({
    id: z.string(),
    title: z.string(),
    goal: z.string(),
    audience: z.string(),
    language: z.string(),
    minutes: z.number(),
  }),
  episodeNumber: z.number(),
  /** In the order in which the series tells them; enough for several episodes. */
  candidates: z.array(Candidate),
  /** Words worth reading that come after the candidates. */
  wordsBeyond: z.number(),
  leftOut: z.array(z.object({ passageId: z.string(), reason: z.string() })),
  covered: z.object({
    passageIds: z.array(z.string()),
    titles: z.array(z.string()),
    /** Sampled hashes of what earlier episodes say, see `internal/select/fingerprint.ts`. */
    fingerprint: z.array(z.number()),
    /** The same of their telling words alone, which outlives small changes, see `internal/select/wording.ts`. */
    wording: z.array(z.number()).default([]),
    /** The newest, the oldest of them first. */
    topics: z.array(CoveredTopic).default([]),
  }),
  last: LastEpisode.nullable(),
  /** The only URLs that a link or an image may have. */
  links: z.array(z.string()),
  notes: z.array(SteeringNote),
  memories: z.array(SteeringMemory),
  /** Of its candidates alone. */
  corrections: z.array(Correction).default([]),
  /** None where there are neither notes nor memories. */
  steering: Steering.optional(),
});
export type Brief = z.infer<typeof Brief>;
