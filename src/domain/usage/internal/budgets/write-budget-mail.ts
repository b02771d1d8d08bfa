import type { WrittenMail } from "#domain/people/mails/write-mail.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import type { BudgetMail } from "../../budget-mail.ts";
import { budgetMail } from "./budget-mail-text.ts";
import { findWhomToAsk } from "./find-whom-to-ask.ts";

const RUNS_NAMED = 5;

/**
 * Writes a mail about a ceiling; null when it is not to be sent any more: the ceiling is gone or was raised above the mark, nothing of what the
 * person sees is held, or they are gone or may no longer be told.
 */
export function writeBudgetMail(
  system: System,
  origin: string,
  { organizationId, userId, budgetId, scopeId, startsOn, kind }: BudgetMail,
): Promise<(WrittenMail & { to: string }) | null> {
  return inOrganization(actingFor(system, organizationId, "send_budget_mail"), async ({ tx }) => {
    const member = await tx.membership.findUnique({
      where: { organizationId_userId: { organizationId, userId } },
      select: {
        role: true,
        projectAccess: true,
        projectGrants: { select: { projectId: true } },
        user: { select: { email: true, deletedAt: true } },
      },
    });
    const budget = await tx.budget.findFirst({
      where: { organizationId, id: budgetId, OR: [{ projectId: null }, { project: { deletedAt: null } }] },
      select: {
        window: true,
        ceilingNanos: true,
        isHard: true,
        projectId: true,
        organization: { select: { name: true } },
        project: { select: { title: true } },
      },
    });
    if (!member?.user.email || member.user.deletedAt || !budget) return null;
    const mayRaise = member.role === "OWNER" || member.role === "ADMIN";
    if (!mayRaise && (kind !== "RUN_HELD" || member.role === "READER")) return null;

    const window = await tx.spendingWindow.findFirst({
      where: { organizationId, scopeId, window: budget.window, startsOn: new Date(startsOn) },
      select: { spentNanos: true },
    });
    const seen =
      member.projectAccess === "ALL" ? {} : { in: member.projectGrants.map((one) => one.projectId) };
    const held =
      kind === "RUN_HELD"
        ? await tx.episodeScheduleQueue.findMany({
            where: {
              ...{ organizationId, status: "HELD", holdKind: { not: null }, project: { deletedAt: null } },
              AND: [budget.projectId ? { projectId: budget.projectId } : {}, { projectId: seen }],
            },
            orderBy: [{ slotAt: "asc" }, { id: "asc" }],
            select: { occurrenceKey: true, reason: true, project: { select: { title: true } } },
          })
        : [];
    if (kind === "RUN_HELD" && held.length === 0) return null;
    const spentNanos = window?.spentNanos ?? 0n;
    if (kind !== "RUN_HELD" && spentNanos * 100n < budget.ceilingNanos * PERCENT[kind]) return null;
    const { organization, project, ...facts } = budget;
    return {
      to: member.user.email,
      ...budgetMail({
        ...{ ...facts, kind, startsOn, spentNanos, mayRaise, origin },
        organization: organization.name,
        project: project?.title ?? null,
        heldCount: held.length,
        held: held.slice(0, RUNS_NAMED).map((run) => ({ ...run, project: run.project.title })),
        askOf: mayRaise ? [] : await findWhomToAsk(tx, organizationId),
      }),
    };
  });
}

const PERCENT = { REACHED_50: 50n, REACHED_80: 80n, REACHED_100: 100n } as const;
