import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { command } from "./verb.ts";

const name = (what: string) =>
  z.string().trim().min(1, `Please give ${what}.`).max(120, "120 characters at most, please.");

const FinishSetUp = z.object({
  personName: name("your name"),
  organizationName: name("the organisation's name"),
  reportingZone: z.string().refine(isTimeZone, "Please choose a time zone, such as Europe/Berlin."),
});

/** The short set-up after the first sign-in: names and the zone in which days are counted. May be done again. */
export const finishSetUp = command({ needs: "organization.edit", input: FinishSetUp }, async (ctx, input) => {
  if (ctx.actor.kind !== "user")
    throw new AppError("FORBIDDEN", "Set-up is done by a person who is signed in.");
  const { tx, organizationId, actor } = ctx;
  const before = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true, reportingZone: true },
  });
  await tx.user.update({
    where: { id: actor.userId },
    data: { name: input.personName, timeZone: input.reportingZone },
  });
  const after = { name: input.organizationName, reportingZone: input.reportingZone };
  await tx.organization.update({
    where: { id: organizationId },
    data: { ...after, setUpAt: ctx.clock.now() },
  });
  if (before.reportingZone !== after.reportingZone) {
    const payload = JSON.stringify({ organizationId });
    await tx.$executeRaw`select enqueue_job('recount_usage', ${payload}::json)`;
  }
  await recordAudit(ctx, {
    action: "organization.set-up",
    targetType: "organization",
    targetId: organizationId,
    before,
    after,
  });
});

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
