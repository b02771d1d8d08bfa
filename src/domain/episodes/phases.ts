import { z } from "zod";

/** The phases of a run, in their order. */
export const PHASES = ["GATHER", "OUTLINE", "WRITE", "CHECK", "FINISH"] as const;
export const Phase = z.enum(PHASES);
export type Phase = z.output<typeof Phase>;
