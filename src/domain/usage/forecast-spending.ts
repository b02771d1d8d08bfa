import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { ComingSlots } from "./coming-slots.ts";
import { presentWindowsSql } from "./internal/budgets/present-windows.sql.ts";
import { readForecasts } from "./internal/budgets/read-forecasts.ts";

/**
 * What the present month will have cost when it ends, of the organization or one of its projects, with what it has cost so far. The
 * forecast is null when it is too early to say. `comingSlots` are those that `countComingSlots` tells.
 */
export const forecastSpending = query(
  {
    needs: "usage.read",
    input: z.object({ projectId: z.uuid().optional(), comingSlots: ComingSlots.default([]) }),
  },
  async (ctx, { projectId = null, comingSlots }) => {
    const { tx, organizationId, clock } = ctx;
    const [present] = await runSql(tx, presentWindowsSql, [organizationId, clock.now()]);
    if (!present) throw new AppError("NOT_FOUND", "There is no such organization.");
    const { zone, monthStartsOn: startsOn, monthEndsOn: endsOn } = present;
    const window = await tx.spendingWindow.findFirst({
      where: {
        organizationId,
        scopeId: projectId ?? organizationId,
        window: "MONTH",
        startsOn: new Date(startsOn),
      },
      select: { spentNanos: true },
    });
    const spentNanos = window?.spentNanos ?? 0n;
    const foretell = await readForecasts(ctx, present, comingSlots);
    return {
      zone,
      startsOn,
      endsOn,
      spentNanos,
      forecast: foretell({ projectId, window: "MONTH", spentNanos }),
    };
  },
);
