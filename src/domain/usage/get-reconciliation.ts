import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { Drift } from "./internal/drift.ts";

/** The last time that the roll-ups and the windows were compared with the ledger, and what did not agree; null before the first time. */
export const getReconciliation = query(
  { needs: "usage.read", input: z.object({}) },
  async ({ tx, organizationId }) => {
    const last = await tx.usageReconciliation.findFirst({
      where: { organizationId },
      orderBy: [{ comparedAt: "desc" }, { id: "desc" }],
      select: { comparedAt: true, fromDay: true, untilDay: true, daysCompared: true, drift: true },
    });
    if (!last) return null;
    const toDate = (day: Date) => day.toISOString().slice(0, 10);
    return {
      ...last,
      fromDay: toDate(last.fromDay),
      untilDay: toDate(last.untilDay),
      drift: Drift.parse(last.drift),
    };
  },
);
