import { z } from "zod";
import { command } from "#domain/people/verb.ts";

/** Marks notifications of whoever asks as read: these, or all of them. Those of others are left alone. */
export const markNotificationsRead = command(
  { needs: "note.submit", input: z.object({ notificationIds: z.array(z.uuid()).max(200).optional() }) },
  async ({ tx, organizationId, actor, clock }, { notificationIds }) => {
    if (actor.kind !== "user") return { count: 0 };
    return tx.notification.updateMany({
      where: {
        organizationId,
        userId: actor.userId,
        readAt: null,
        ...(notificationIds ? { id: { in: notificationIds } } : {}),
      },
      data: { readAt: clock.now() },
    });
  },
);
