import { z } from "zod";

/** The words of a topic, as they were said, in lower case: the most telling first. */
const Terms = z.array(z.string().min(1).max(60)).min(1).max(6);

/**
 * What a writer is to do about a note or a memory. The built-in writer can do all but TONE, SCHEDULE and OTHER; of those only a
 * model can honour TONE, and SCHEDULE is for an editor.
 */
export const Directive = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("MORE_OF"), terms: Terms }),
  z.object({ kind: z.literal("LESS_OF"), terms: Terms }),
  /** Nothing about the topic at all. */
  z.object({ kind: z.literal("SKIP"), terms: Terms }),
  z.object({ kind: z.literal("SHORTER") }),
  z.object({ kind: z.literal("LONGER") }),
  z.object({ kind: z.literal("MORE_QUOTATIONS") }),
  /** Begin with this source, by its id in the project. */
  z.object({ kind: z.literal("START_FROM"), sourceId: z.string() }),
  z.object({ kind: z.literal("ANSWER"), question: z.string().min(1).max(500), terms: Terms }),
  z.object({
    kind: z.literal("CORRECT"),
    /** The passages of sources that say what is wrong; none where they could not be told. */
    passageIds: z.array(z.string()),
    /** The words that are wrong, where they were named. */
    wrong: z.string().max(500).nullable(),
    right: z.string().min(1).max(500),
  }),
  z.object({ kind: z.literal("TONE"), wish: z.string().max(500) }),
  z.object({ kind: z.literal("SCHEDULE"), wish: z.string().max(500) }),
  z.object({ kind: z.literal("OTHER"), wish: z.string().max(500) }),
]);
export type Directive = z.infer<typeof Directive>;
