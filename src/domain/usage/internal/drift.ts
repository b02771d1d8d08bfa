import { z } from "zod";

const nanos = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt);

/** What did not agree with the ledger, as it is stored: money as text, because JSON has no whole numbers of that size. */
export const Drift = z.array(
  z.object({
    /** A day of a roll-up, or a window: `2026-11-20`, `DAY 2026-11-20`. */
    what: z.string(),
    ledgerNanos: nanos,
    foundNanos: nanos,
  }),
);
export type Drift = z.infer<typeof Drift>;
