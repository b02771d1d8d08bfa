import { z } from "zod";
import type { MemoryKind } from "#platform/db/generated/client.ts";
import { Directive } from "./directive.ts";

const MEMORY_KINDS = [
  "FACT",
  "PREFERENCE",
  "DECISION",
  "STYLE",
  "COVERED_TOPIC",
] as const satisfies MemoryKind[];

/** A planning note in a brief. What is missing in a brief of an earlier version takes its default. */
export const SteeringNote = z.object({
  id: z.string(),
  /** Its paraphrase. */
  text: z.string(),
  directive: Directive.default({ kind: "OTHER", wish: "" }),
  /** How many people ask for it: its author and those whose notes were merged into it. */
  votes: z.number().int().positive().default(1),
  /** It applies to more than this episode. */
  isStanding: z.boolean().default(false),
  /** Share of the words of the last three episodes that are about its topic, 0 to 1; null where it has no topic or nothing was told. */
  shareBefore: z.number().nullable().default(null),
  /** The episode that it was written about, where it was about one. */
  episodeId: z.string().nullable().default(null),
});
export type SteeringNote = z.infer<typeof SteeringNote>;

/** A memory in a brief. */
export const SteeringMemory = z.object({
  id: z.string(),
  text: z.string(),
  kind: z.enum(MEMORY_KINDS).default("FACT"),
  directive: Directive.nullable().default(null),
});
export type SteeringMemory = z.infer<typeof SteeringMemory>;

/** What an earlier note has put right about a passage: the passage is not quoted again without it. */
export const Correction = z.object({
  noteId: z.string(),
  passageId: z.string(),
  wrong: z.string().nullable(),
  right: z.string(),
});
export type Correction = z.infer<typeof Correction>;

/** What a writer says that it did about a note; code verifies it. */
export const NoteClaim = z.object({
  noteId: z.string(),
  isHonoured: z.boolean(),
  /** Why not, or why only in part; for its author, in plain words. */
  reason: z.string().nullable(),
});
export type NoteClaim = z.infer<typeof NoteClaim>;

/** What code found that became of a note in one episode. */
export const NoteVerdict = z.object({
  noteId: z.string(),
  outcome: z.enum(["USED", "PARTLY_USED", "NOT_USED"]),
  /** For its author, in plain words; null only where it was used. */
  reason: z.string().nullable(),
  measure: z.object({ name: z.string(), before: z.number(), after: z.number() }).nullable(),
  /** The blocks that are there because of it, counted from 0. */
  blocks: z.array(z.number().int()),
});
export type NoteVerdict = z.infer<typeof NoteVerdict>;
