import { z } from "zod";
import { UsagePeriod } from "./usage-period.ts";

/** Stands for the calls that belong to no project, or that nobody asked for. */
export const NONE = "none";

/**
 * Which calls of the ledger: what is left out doesn't matter. Without dates they are those of the last 30 days, but all those of one run or
 * episode.
 */
export const CallFilter = UsagePeriod.extend({
  callId: z.uuid().optional(),
  projectId: z.union([z.uuid(), z.literal(NONE)]).optional(),
  episodeId: z.uuid().optional(),
  queueId: z.uuid().optional(),
  purpose: z.string().optional(),
  provider: z.string().optional(),
  model: z.string().optional(),
  /** Who asked for it; `none` is the cadence. */
  userId: z.union([z.uuid(), z.literal(NONE)]).optional(),
  settlement: z.enum(["EXACT", "ESTIMATED"]).optional(),
  /** True: only those whose cost is not known, because their model has no price. */
  isUnpriced: z.boolean().optional(),
});
export type CallFilter = z.infer<typeof CallFilter>;
