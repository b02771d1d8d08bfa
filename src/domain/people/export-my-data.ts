import { z } from "zod";
import { recordAudit } from "../activity/record-audit.ts";
import { recordEvent } from "../activity/record-event.ts";
import { myAccount } from "./internal/my-account.ts";
import { myOrganizations } from "./internal/my-organizations.ts";
import { MOST_ROWS, myTraces } from "./internal/my-traces.ts";
import { tellOrganizations } from "./internal/tell-organizations.ts";
import { personal } from "./personal.ts";

/**
 * Everything that is kept about the person who calls it, in all organizations, in plain values. Secrets are left out, they open doors
 * and say nothing; of each list the newest 10,000 rows are given, and which were longer.
 */
export const exportMyData = personal({ input: z.object({}) }, async (me) => {
  const { tx, userId, clock } = me;
  const traces = await myTraces(tx, userId);
  const data = {
    exportedAt: clock.now(),
    ...(await myAccount(tx, userId)),
    memberships: await myOrganizations(tx, userId),
    ...traces,
    cutTo10000: Object.entries(traces)
      .filter(([, rows]) => rows.length >= MOST_ROWS)
      .map(([name]) => name),
  };
  await tellOrganizations(me, async (ctx) => {
    await recordAudit(ctx, { action: "account.export", targetType: "member", targetId: userId });
    await recordEvent(ctx, { type: "data_exported", data: {} });
  });
  return data;
});
