import type { Tx } from "#platform/database.ts";

/** Of each list: as much as one answer can carry. */
export const MOST_ROWS = 10_000;

/** What a person wrote, marked, asked for and did, in every organization. No organization is entered. */
export async function myTraces(tx: Tx, userId: string) {
  const newest = { orderBy: { createdAt: "desc" as const }, take: MOST_ROWS };
  return {
    notes: await tx.planningNote.findMany({
      where: { authorId: userId },
      ...newest,
      select: {
        organizationId: true,
        projectId: true,
        episodeId: true,
        text: true,
        passage: true,
        scope: true,
        untilDate: true,
        paraphrase: true,
        status: true,
        reason: true,
        createdAt: true,
      },
    }),
    noteSteps: await tx.noteStep.findMany({
      where: { actorId: userId },
      orderBy: { at: "desc" },
      take: MOST_ROWS,
      select: { organizationId: true, projectId: true, noteId: true, kind: true, reason: true, at: true },
    }),
    notifications: await tx.notification.findMany({
      where: { userId },
      ...newest,
      select: { organizationId: true, projectId: true, createdAt: true, readAt: true, sentAt: true },
    }),
    highlights: await tx.highlight.findMany({
      where: { userId },
      ...newest,
      select: { organizationId: true, blockId: true, quote: true, note: true, colour: true, createdAt: true },
    }),
    subscriptions: await tx.subscription.findMany({
      where: { userId },
      ...newest,
      select: {
        organizationId: true,
        projectId: true,
        channel: true,
        email: true,
        status: true,
        consent: true,
        createdAt: true,
      },
    }),
    chats: await tx.chatSession.findMany({
      where: { userId },
      ...newest,
      select: { id: true, organizationId: true, projectId: true, title: true, createdAt: true },
    }),
    chatMessages: await tx.chatMessage.findMany({
      where: { chatSession: { userId } },
      ...newest,
      select: { organizationId: true, chatSessionId: true, role: true, text: true, createdAt: true },
    }),
    memories: await tx.agentMemory.findMany({
      where: { originUserId: userId },
      ...newest,
      select: {
        organizationId: true,
        projectId: true,
        kind: true,
        text: true,
        status: true,
        createdAt: true,
      },
    }),
    events: await tx.userEvent.findMany({
      where: { userId },
      orderBy: { occurredAt: "desc" },
      take: MOST_ROWS,
      select: {
        organizationId: true,
        type: true,
        data: true,
        projectId: true,
        episodeId: true,
        occurredAt: true,
      },
    }),
    auditRows: await tx.auditLog.findMany({
      where: { actorUserId: userId },
      orderBy: { occurredAt: "desc" },
      take: MOST_ROWS,
      select: {
        organizationId: true,
        action: true,
        targetType: true,
        targetId: true,
        before: true,
        after: true,
        address: true,
        userAgent: true,
        occurredAt: true,
      },
    }),
  };
}
