import { z } from "zod";
import type { TxCtx } from "#platform/context.ts";
import { localDateAt } from "./internal/zone-time.ts";

const ZoneOfCadence = z.object({ timeZone: z.string().min(1) }).catch({ timeZone: "UTC" });

/** The local date, "YYYY-MM-DD", in the zone of a project's cadence; in UTC where it has none yet. */
export async function todayOfProject(
  { tx, organizationId, clock }: TxCtx,
  projectId: string,
): Promise<string> {
  const { cadenceConfig } = await tx.project.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: projectId } },
    select: { cadenceConfig: true },
  });
  return localDateAt(ZoneOfCadence.parse(cadenceConfig).timeZone, clock.now());
}
