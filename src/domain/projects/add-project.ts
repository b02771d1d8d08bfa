import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { PLANS } from "#domain/people/plans.ts";
import { command } from "#domain/people/verb.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import { AppError } from "#platform/errors.ts";
import { ProjectSettings } from "./project-settings.ts";

/**
 * Adds a project. Its cadence is kept as given: `schedule` owns the rule, checks it and sets the first slot, see
 * `schedule/start-project.ts`.
 *
 * @returns the id of the project
 * @throws AppError LIMIT_REACHED when the organization has as many projects as it may have
 */
export const addProject = command(
  {
    needs: "project.create",
    input: ProjectSettings.extend({ cadence: z.record(z.string(), z.json()) }),
  },
  async (ctx, { cadence, ...settings }) => {
    const { tx, organizationId, actor } = ctx;
    // The row lock makes two people who add the last project at once wait for each other.
    await tx.$queryRaw`select 1 from organization where id = ${organizationId}::uuid for no key update`;
    const { plan } = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { plan: true },
    });
    const existing = await tx.project.count({ where: { organizationId, deletedAt: null } });
    if (existing >= PLANS[plan].projects) {
      throw new AppError(
        "LIMIT_REACHED",
        `The organization has ${existing} projects, as many as its plan allows. Remove one that has ended, or ask for more.`,
      );
    }
    const { id } = await tx.project.create({
      data: {
        organizationId,
        ...settings,
        cadenceConfig: cadence as Prisma.InputJsonObject,
        createdById: actor.kind === "user" ? actor.userId : null,
      },
      select: { id: true },
    });
    await recordAudit(ctx, {
      action: "project.add",
      targetType: "project",
      targetId: id,
      after: { title: settings.title, minutes: settings.minutes },
    });
    await recordEvent(ctx, { type: "project_added", data: {}, projectId: id });
    return { projectId: id };
  },
);
