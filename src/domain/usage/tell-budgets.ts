import type { Ctx, Role, TxCtx } from "#platform/context.ts";
import { inOrganization, runSql } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import type { BudgetMail } from "./budget-mail.ts";
import { type HoldingRow, holdingBudgetsSql } from "./internal/budgets/holding-budgets.sql.ts";
import { noteHeldSql } from "./internal/budgets/note-held.sql.ts";
import { type NoticeKey, noteReachedSql } from "./internal/budgets/note-reached.sql.ts";
import { organizationsToTellSql } from "./internal/budgets/organizations-to-tell.sql.ts";

/** Longer than a worker is away in an ordinary night: what was reached meanwhile is told afterwards. */
const LOOK_BACK_MS = 26 * 3_600_000;

/**
 * Tells by mail, each thing once: owners and administrators that half, 80 % or all of a ceiling is spent in its present window, and those who
 * edit a project that its runs are held. What was told and its mails are kept in one transaction, so that a crash neither loses nor repeats them.
 *
 * @returns how many mails will be sent
 * @throws AggregateError when organizations failed, after all others were told
 */
export async function tellBudgets(system: System, { organizationId }: { organizationId?: string } = {}) {
  const since = new Date(system.clock.now().getTime() - LOOK_BACK_MS);
  const organizations = organizationId
    ? [{ organizationId }]
    : await runSql(system.db.pool, organizationsToTellSql, [since]);
  const failures: unknown[] = [];
  let mails = 0;
  for (const { organizationId: id } of organizations) {
    try {
      mails += await tellOrganization(actingFor(system, id, "tell_budgets"), since);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(
      failures,
      `${failures.length} organizations could not be told of their ceilings`,
    );
  }
  return mails;
}

function tellOrganization(ctx: Ctx, since: Date): Promise<number> {
  return inOrganization(ctx, async (inside) => {
    const { tx, organizationId, clock } = inside;
    const now = clock.now();
    let mails = 0;
    for (const notice of highest(await runSql(tx, noteReachedSql, [organizationId, now, since]))) {
      mails += await enqueueFor(inside, notice, { roles: ["OWNER", "ADMIN"] });
    }
    const holding = tellable(await runSql(tx, holdingBudgetsSql, [organizationId, now]));
    const lists = (["budgetId", "scopeId", "startsOn"] as const).map((key) => holding.map((row) => row[key]));
    for (const notice of await runSql(tx, noteHeldSql, [organizationId, now, ...lists])) {
      const of = holding.filter((row) => row.budgetId === notice.budgetId && row.scopeId === notice.scopeId);
      const projectIds = of.map(({ projectId }) => projectId);
      mails += await enqueueFor(inside, notice, { roles: ["OWNER", "ADMIN", "EDITOR"], projectIds });
    }
    return mails;
  });
}

/** Who leaps over several marks at once is told of the highest alone. */
function highest(reached: readonly NoticeKey[]): NoticeKey[] {
  const rank = ({ kind }: NoticeKey) => ["REACHED_50", "REACHED_80", "REACHED_100"].indexOf(kind);
  const best = new Map<string, NoticeKey>();
  for (const notice of reached) {
    const key = `${notice.budgetId} ${notice.scopeId} ${notice.startsOn}`;
    const so = best.get(key);
    if (!so || rank(notice) > rank(so)) best.set(key, notice);
  }
  return [...best.values()];
}

/** A run without a price waits under all its hard ceilings alike: one of them is enough to tell of it. */
function tellable(holding: readonly HoldingRow[]): HoldingRow[] {
  const seen = new Set<string>();
  return holding.filter(({ holdKind, queueId }) => {
    if (holdKind === "BUDGET") return true;
    const isFirst = !seen.has(queueId);
    seen.add(queueId);
    return isFirst;
  });
}

/** Enqueues a mail for each member of these roles who has an address and sees one of the projects, if there are any to see. */
async function enqueueFor(
  { tx, organizationId }: TxCtx,
  notice: NoticeKey,
  { roles, projectIds }: { roles: Role[]; projectIds?: string[] },
): Promise<number> {
  const sees = projectIds
    ? {
        OR: [
          { projectAccess: "ALL" as const },
          { projectGrants: { some: { projectId: { in: projectIds } } } },
        ],
      }
    : {};
  const members = await tx.membership.findMany({
    where: { organizationId, role: { in: roles }, user: { deletedAt: null, email: { not: null } }, ...sees },
    select: { userId: true },
  });
  for (const { userId } of members) {
    const mail: BudgetMail = { organizationId, userId, ...notice };
    await tx.$executeRaw`select enqueue_job('send_budget_mail', ${JSON.stringify(mail)}::json)`;
  }
  return members.length;
}
