import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { myOrganizations } from "./internal/my-organizations.ts";
import { personal } from "./personal.ts";

/**
 * Leads this session into another organization of the person.
 *
 * @throws AppError NOT_FOUND for one that they do not belong to, one that is not there, or no id at all: they look the same.
 */
export const switchOrganization = personal(
  { input: z.object({ organizationId: z.string() }) },
  async ({ tx, userId, sessionId }, { organizationId }) => {
    const mine = await myOrganizations(tx, userId);
    const found = mine.find((organization) => organization.organizationId === organizationId);
    if (!found) throw new AppError("NOT_FOUND", "There is no such organisation among yours.");
    await tx.session.updateMany({
      where: { id: sessionId, userId },
      data: { activeOrganizationId: found.organizationId },
    });
    return { organizationId: found.organizationId };
  },
);
