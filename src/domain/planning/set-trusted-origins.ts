import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";

/**
 * The kinds of origins that a project may trust. What a person adds is active anyhow; an episode is made of the words of sources and is
 * never trusted.
 */
export const TRUSTABLE_ORIGINS = ["NOTE", "CHAT"] as const;

/**
 * Says which proposals of a project are active at once. What was proposed before still waits.
 *
 * @throws AppError NOT_FOUND when the organization has no such project
 */
export const setTrustedOrigins = command(
  {
    needs: "memory.edit",
    input: z.object({ projectId: z.uuid(), origins: z.array(z.enum(TRUSTABLE_ORIGINS)) }),
  },
  async (ctx, { projectId, origins: wanted }): Promise<void> => {
    const { tx, organizationId } = ctx;
    const project = await tx.project.findFirst({
      where: { organizationId, id: projectId, deletedAt: null },
      select: { trustedMemoryOrigins: true },
    });
    if (!project) throw new AppError("NOT_FOUND", "There is no such project. It may have been removed.");
    const origins = TRUSTABLE_ORIGINS.filter((origin) => wanted.includes(origin));
    const before = project.trustedMemoryOrigins;
    if (before.join() === origins.join()) return;
    await tx.project.update({
      where: { organizationId_id: { organizationId, id: projectId } },
      data: { trustedMemoryOrigins: { set: origins } },
    });
    await recordEvent(ctx, { type: "memory_trust_changed", projectId, data: { origins } });
    await recordAudit(ctx, {
      action: "memory.trust",
      targetType: "project",
      targetId: projectId,
      before: { origins: before },
      after: { origins },
    });
  },
);
