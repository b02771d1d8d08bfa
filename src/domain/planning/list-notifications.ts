import { z } from "zod";
import { may } from "#domain/people/permissions.ts";
import { query } from "#domain/people/verb.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import { describeNotification } from "./describe-notification.ts";
import { afterPlace, NoteCursor, pageOf } from "./note-cursor.ts";

const PAGE = 50;

const select = {
  id: true,
  createdAt: true,
  readAt: true,
  project: { select: { id: true, title: true } },
  noteStep: {
    select: {
      kind: true,
      reason: true,
      note: { select: { id: true, text: true, paraphrase: true } },
      queue: { select: { episode: { select: { number: true, title: true, status: true } } } },
    },
  },
} as const satisfies Prisma.NotificationSelect;

type Row = Prisma.NotificationGetPayload<{ select: typeof select }>;

/** What whoever asks was told of their notes, in words, the newest first; `next` continues the page. */
export const listNotifications = query(
  { needs: "note.submit", input: z.object({ after: NoteCursor.optional() }) },
  async ({ tx, organizationId, actor }, { after }) => {
    if (actor.kind !== "user") return { notifications: [], next: null };
    const rows = await tx.notification.findMany({
      where: {
        organizationId,
        userId: actor.userId,
        noteStep: { note: { project: { deletedAt: null } } },
        ...afterPlace(after),
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: PAGE + 1,
      select,
    });
    const { page, next } = pageOf(rows, PAGE);
    return { notifications: page.flatMap((row) => inWords(row, may(actor, "run.read"))), next };
  },
);

function inWords({ project, noteStep, ...notification }: Row, seesRuns: boolean) {
  if (!noteStep || !project) return [];
  const { note, kind, reason, queue } = noteStep;
  const episode = queue?.episode;
  const title = episode && (seesRuns || episode.status === "PUBLISHED") ? episode.title : null;
  const told = queue && { number: episode?.number ?? null, title };
  const words = describeNotification({ kind, reason, note, projectTitle: project.title, episode: told });
  return [
    { ...notification, kind, noteId: note.id, projectId: project.id, projectTitle: project.title, ...words },
  ];
}
