import { z } from "zod";
import type { TxCtx } from "#platform/context.ts";

/** The vocabulary of what people do: past tense, with the data that each carries. */
export const UserEventData = {
  signed_in: z.object({
    method: z.enum(["ONE_TIME_LINK", "EMAIL_LINK", "EMAIL_CODE", "PASSWORD", "PASSKEY", "PROVIDER"]),
  }),
  member_invited: z.object({ invitationId: z.string() }),
  invitation_revoked: z.object({ invitationId: z.string() }),
  member_joined: z.object({ invitationId: z.string() }),
  member_role_changed: z.object({
    memberId: z.string(),
    role: z.enum(["OWNER", "ADMIN", "EDITOR", "READER"]),
  }),
  member_access_changed: z.object({ memberId: z.string() }),
  member_signed_out: z.object({ memberId: z.string() }),
  member_removed: z.object({ memberId: z.string() }),
  member_left: z.object({}),
  ownership_transferred: z.object({ memberId: z.string() }),
  organization_changed: z.object({ fields: z.array(z.string()) }),
  profile_changed: z.object({ fields: z.array(z.string()) }),
  data_exported: z.object({}),
  account_deleted: z.object({}),
  project_added: z.object({}),
  project_changed: z.object({ fields: z.array(z.string()) }),
  project_removed: z.object({}),
  cadence_changed: z.object({ version: z.number().int() }),
  source_added: z.object({ sourceId: z.string() }),
  source_removed: z.object({ sourceId: z.string() }),
  run_requested: z.object({ queueId: z.string() }),
  run_cancelled: z.object({ queueId: z.string() }),
  run_retried: z.object({ queueId: z.string() }),
  run_skipped: z.object({ queueId: z.string(), reason: z.string() }),
  run_failed: z.object({ queueId: z.string(), reason: z.string() }),
  episode_published: z.object({}),
  episode_opened: z.object({}),
} as const;

export type UserEventType = keyof typeof UserEventData;

interface EventToRecord<Type extends UserEventType> {
  type: Type;
  data: z.input<(typeof UserEventData)[Type]>;
  projectId?: string;
  episodeId?: string;
}

/** Records what happened, in the transaction in which it happened; a system job's event has no user. */
export async function recordEvent<Type extends UserEventType>(
  ctx: TxCtx,
  event: EventToRecord<Type>,
): Promise<void> {
  await ctx.tx.userEvent.create({
    data: {
      organizationId: ctx.organizationId,
      userId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
      projectId: event.projectId ?? null,
      episodeId: event.episodeId ?? null,
      type: event.type,
      data: UserEventData[event.type].parse(event.data),
      occurredAt: ctx.clock.now(),
    },
  });
}
