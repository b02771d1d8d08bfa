import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { BudgetWindow } from "#platform/db/generated/enums.ts";

interface WindowToMake {
  window: BudgetWindow;
  /** The first day; of an episode's window it is always the same. */
  startsOn?: string;
  projectId?: string;
  episodeId?: string;
  spentNanos?: bigint;
  reservedNanos?: bigint;
}

/** What a window has cost and set aside, as if calls had been settled: the organization's, a project's or an episode's. */
export async function makeWindow(ctx: Ctx, { window, startsOn = "1970-01-01", ...made }: WindowToMake) {
  const { projectId = null, episodeId, spentNanos = 0n, reservedNanos = 0n } = made;
  return inOrganization(ctx, ({ tx, organizationId }) => {
    const scopeId = episodeId ?? projectId ?? organizationId;
    const key = { organizationId, scopeId, window, startsOn: new Date(startsOn) };
    const figures = { spentNanos, reservedNanos };
    return tx.spendingWindow.upsert({
      where: { organizationId_scopeId_window_startsOn: key },
      create: { ...key, projectId, ...figures },
      update: figures,
    });
  });
}
