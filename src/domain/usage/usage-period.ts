import { z } from "zod";

/** A period of local dates in the organization's reporting zone, both ends included; the last 30 days unless said otherwise. */
export const UsagePeriod = z.object({ from: z.iso.date().optional(), until: z.iso.date().optional() });
export type UsagePeriod = z.infer<typeof UsagePeriod>;

/** Local dates are plain dates: in UTC every one of them has 24 hours. */
export function shiftDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
