import { z } from "zod";

/** The last local date on which a memory holds, "YYYY-MM-DD"; null for ever. */
export const ValidUntil = z.iso.date("Give a date.").nullable();

const ZoneOfCadence = z.object({ timeZone: z.string().min(1) }).catch({ timeZone: "UTC" });

/** The zone in which dates of a project are meant: that of its cadence. */
export function zoneOf(cadenceConfig: unknown): string {
  return ZoneOfCadence.parse(cadenceConfig).timeZone;
}
