import { z } from "zod";
import {
  type Correction,
  NoteClaim,
  NoteVerdict,
  type SteeringMemory,
  type SteeringNote,
} from "#domain/planning/steer.ts";
import type { ModelCall } from "#domain/usage/call-model.ts";
import type { Brief, CoveredTopic, LastEpisode, Passage } from "./brief.ts";

/** Everything that an episode could be written from, before anything is chosen. */
export interface Material {
  project: Brief["project"];
  episodeNumber: number;
  /** All passages of the project's sources, by source in the order of adding, then in their own order. */
  passages: Passage[];
  coveredPassageIds: string[];
  /** The Markdown of all earlier episodes, oldest first: the passages they came from may be gone. */
  coveredTexts: string[];
  coveredTitles: string[];
  /** The topics of earlier episodes, oldest first. */
  coveredTopics: CoveredTopic[];
  last: LastEpisode | null;
  links: string[];
  /** What each of the last three episodes says, the newest last: what a note asks for is measured against it. */
  recentTexts: string[];
  notes: SteeringNote[];
  memories: SteeringMemory[];
  corrections: Correction[];
  /** Quotations set apart in each of the last three episodes, for a thousand words. */
  recentQuotations?: number[];
  /** The earlier episodes, oldest first: where a note asks for what was told, its reason names the episode. */
  earlier?: { id: string; number: number; title: string; text: string; quotations?: number }[];
  /** By the id of a note that stands for longer: the number of the first episode that had it. */
  steeredSince?: Record<string, number>;
  /** The passages that notes and corrections name, told or not, and the episode that told each. */
  named?: { passage: Passage; toldIn: { episodeId: string; title: string } | null }[];
}

/** What gathering found: a brief, or that there is nothing left to write from (`reason` is for an editor). */
export type Gathered = { kind: "brief"; brief: Brief } | { kind: "exhausted"; reason: string };

export const WriterOutline = z.object({
  title: z.string().min(1),
  dek: z.string(),
  sections: z
    .array(
      z.object({
        /** From the outer to the inner; empty where the section goes on under the headings before it. */
        headings: z.array(z.object({ level: z.number().int().min(2).max(4), text: z.string().min(1) })),
        passageIds: z.array(z.string()).min(1),
      }),
    )
    .min(1),
  /** Headings that come next in the series, should the sources stay as they are. */
  ahead: z.array(z.string()),
  /** Nothing is left for a next episode. */
  isLast: z.boolean(),
  /** What a model says of the notes when it has outlined, and with which passages it honours each. */
  claims: z.array(NoteClaim.extend({ passageIds: z.array(z.string()) })).optional(),
});
export type WriterOutline = z.infer<typeof WriterOutline>;

/** Why a block is there. A passage's `quote` holds the words that were taken from it, with "[…]" for what was left out. */
export const DraftOrigin = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("PASSAGE"),
    passageId: z.string(),
    quote: z.string().nullable(),
    startMs: z.number().nullable(),
    endMs: z.number().nullable(),
  }),
  z.object({ kind: z.literal("NOTE"), noteId: z.string() }),
  z.object({ kind: z.literal("MEMORY"), memoryId: z.string() }),
  z.object({ kind: z.literal("EPISODE"), episodeId: z.string() }),
]);
export type DraftOrigin = z.infer<typeof DraftOrigin>;

/** Where a quotation stands: of a transcript speaker and time, of a document the heading. */
export const Attribution = z.object({
  sourceTitle: z.string(),
  heading: z.string().nullable(),
  speaker: z.string().nullable(),
  startMs: z.number().nullable(),
});
export type Attribution = z.infer<typeof Attribution>;

const origins = z.array(DraftOrigin);

export const DraftBlock = z.discriminatedUnion("type", [
  z.object({ type: z.literal("MARKDOWN"), markdown: z.string().min(1), origins }),
  z.object({ type: z.literal("QUOTE"), text: z.string().min(1), attribution: Attribution, origins }),
  z.object({ type: z.literal("RECAP"), markdown: z.string().min(1), origins }),
  z.object({ type: z.literal("RECALL"), question: z.string().min(1), answer: z.string().min(1), origins }),
  z.object({ type: z.literal("SCENARIO"), situation: z.string().min(1), task: z.string().min(1), origins }),
]);
export type DraftBlock = z.infer<typeof DraftBlock>;

export const Draft = z.object({
  title: z.string().min(1),
  dek: z.string(),
  blocks: z.array(DraftBlock).min(1),
  /** One for each note of the brief. */
  notes: z.array(NoteClaim).default([]),
});
export type Draft = z.infer<typeof Draft>;

/** What the check found against a draft; a draft with findings never becomes an episode. */
export const Finding = z.object({
  code: z.enum([
    "EMPTY",
    "QUOTE",
    "REPEAT",
    "LINK",
    "LENGTH",
    "LANGUAGE",
    "TITLE",
    "SOURCE",
    "NOTE",
    "CORRECTION",
  ]),
  /** Which block, counted from 0; null when it concerns the whole. */
  block: z.number().nullable(),
  message: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** The checked draft, repaired where the writer can repair, and what is still wrong with it. */
export const Verdict = z.object({ draft: Draft, findings: z.array(Finding) });
export type Verdict = z.infer<typeof Verdict>;

export const FinishedBlock = z.object({
  type: z.enum(["MARKDOWN", "QUOTE", "RECAP", "RECALL", "SCENARIO"]),
  markdown: z.string(),
  /** Sanitised, complete in itself. */
  html: z.string(),
  data: z.record(z.string(), z.unknown()),
  origins,
});
export type FinishedBlock = z.infer<typeof FinishedBlock>;

/** What an episode does to the series so far. */
export const Continuity = z.object({
  kind: z.enum(["ADDS", "UPDATES", "RESOLVES"]),
  topic: z.string(),
  earlierEpisodeId: z.string().nullable(),
  noteId: z.string().nullable(),
  /** The block that does it, counted from 0. */
  block: z.number().int().nullable(),
});
export type Continuity = z.infer<typeof Continuity>;

export const FinishedEpisode = z.object({
  title: z.string(),
  dek: z.string(),
  wordCount: z.number(),
  minutes: z.number(),
  blocks: z.array(FinishedBlock),
  /** One for each note of the brief. */
  notes: z.array(NoteVerdict).default([]),
  continuity: z.array(Continuity).default([]),
  /** Shares of its words, 0 to 1: those that earlier episodes have, recap and recall left out; those in blocks that name a passage. */
  health: z
    .object({ repeatedShare: z.number(), citedShare: z.number() })
    .default({ repeatedShare: 0, citedShare: 1 }),
});
export type FinishedEpisode = z.infer<typeof FinishedEpisode>;

/** The output of a phase, and the tokens for the ledger; null where the calls have entered themselves. */
export interface PhaseResult<Output> {
  output: Output;
  tokens: { input: number; output: number } | null;
}

/** One question to a model. `step` names it within its phase: asked again, an answer that was paid for is given again. */
export type Question<Output> = Pick<ModelCall<Output>, "prompt" | "schema" | "maxOutputTokens"> & {
  step: string;
};

/** The way to a model that a writer is given; it knows the phase under way and pays for its calls. */
export type Ask = <Output>(question: Question<Output>) => Promise<Output>;

/**
 * What turns an assignment into an episode, in five steps of which each takes only what is stored: a run that was
 * interrupted goes on with the next one. No step reads a clock, a database or chance.
 */
export interface Writer {
  name: string;
  version: string;
  gather(material: Material): Promise<PhaseResult<Gathered>>;
  outline(brief: Brief): Promise<PhaseResult<WriterOutline>>;
  write(brief: Brief, outline: WriterOutline): Promise<PhaseResult<Draft>>;
  check(brief: Brief, draft: Draft): Promise<PhaseResult<Verdict>>;
  finish(brief: Brief, draft: Draft): Promise<PhaseResult<FinishedEpisode>>;
}
