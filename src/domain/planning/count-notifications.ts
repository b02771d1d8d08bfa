import { z } from "zod";
import { query } from "#domain/people/verb.ts";

/** More are not counted: pages say "99+". */
const MOST = 100;

/** How many notifications whoever asks has not read, up to a hundred. Asked for on every page. */
export const countNotifications = query(
  { needs: "note.submit", input: z.object({}) },
  async ({ tx, organizationId, actor }) => {
    if (actor.kind !== "user") return 0;
    return tx.notification.count({
      where: { organizationId, userId: actor.userId, readAt: null, project: { deletedAt: null } },
      take: MOST,
    });
  },
);
