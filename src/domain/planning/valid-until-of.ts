import { addDays } from "date-fns";
import { slotOf } from "#domain/schedule/occurrences.ts";
import type { TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";
import { zoneOf } from "./valid-until.ts";

/**
 * The instant at which the last date of a memory is over, in the zone of the project's cadence.
 *
 * @throws AppError INVALID with `fields` when that is past
 */
export async function validUntilOf(
  { tx, organizationId, clock }: TxCtx,
  projectId: string,
  date: string | null,
): Promise<Date | null> {
  if (date === null) return null;
  const { cadenceConfig } = await tx.project.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: projectId } },
    select: { cadenceConfig: true },
  });
  const midnight = { time: "00:00", timeZone: zoneOf(cadenceConfig) };
  const dayAfter = (days: number) =>
    slotOf(midnight, addDays(new Date(date), days).toISOString().slice(0, 10));
  // A date that a zone has left out is followed by one that it has not.
  const end = dayAfter(1) ?? dayAfter(2);
  if (end && end > clock.now()) return end;
  const message = "That date is past. Choose today or a later one.";
  throw new AppError("INVALID", message, { fields: { validUntil: message } });
}
