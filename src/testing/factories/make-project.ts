import { randomBytes } from "node:crypto";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { Prisma } from "#platform/db/generated/client.ts";

type ProjectOverrides = Partial<Omit<Prisma.ProjectUncheckedCreateInput, "organizationId">>;

/** A project with its schedule row, due by nothing yet: every weekday at 07:30 in Berlin. */
export async function makeProject(ctx: Ctx, overrides: ProjectOverrides = {}) {
  return inOrganization(ctx, async ({ tx, organizationId }) => {
    const project = await tx.project.create({
      data: {
        organizationId,
        title: `Project ${randomBytes(4).toString("hex")}`,
        goal: "Understand how a slot becomes an episode.",
        cadenceConfig: { days: [1, 2, 3, 4, 5], time: "07:30", timeZone: "Europe/Berlin" },
        ...overrides,
      },
    });
    await tx.projectSchedule.create({ data: { projectId: project.id, organizationId } });
    return project;
  });
}
