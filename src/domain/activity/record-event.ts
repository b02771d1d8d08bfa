import { z } from "zod";
import type { TxCtx } from "#platform/context.ts";

/** A step in the life of a planning note, by its kind. */
const noteStep = z.strictObject({ noteId: z.uuid(), step: z.string() });

/** The vocabulary of what people do: past tense, with the data that each carries and no other. */
export const UserEventData = {
  signed_in: z.strictObject({
    method: z.enum(["ONE_TIME_LINK", "EMAIL_LINK", "EMAIL_CODE", "PASSWORD", "PASSKEY", "PROVIDER"]),
  }),
  member_invited: z.strictObject({ invitationId: z.uuid() }),
  invitation_revoked: z.strictObject({ invitationId: z.uuid() }),
  member_joined: z.strictObject({ invitationId: z.uuid() }),
  member_role_changed: z.strictObject({
    memberId: z.uuid(),
    role: z.enum(["OWNER", "ADMIN", "EDITOR", "READER"]),
  }),
  member_access_changed: z.strictObject({ memberId: z.uuid() }),
  member_signed_out: z.strictObject({ memberId: z.uuid() }),
  member_removed: z.strictObject({ memberId: z.uuid() }),
  member_left: z.strictObject({}),
  ownership_transferred: z.strictObject({ memberId: z.uuid() }),
  organization_changed: z.strictObject({ fields: z.array(z.string()) }),
  profile_changed: z.strictObject({ fields: z.array(z.string()) }),
  data_exported: z.strictObject({}),
  account_deleted: z.strictObject({}),
  price_set: z.strictObject({ provider: z.string(), model: z.string(), pricedCalls: z.number().int() }),
  model_chosen: z.strictObject({ provider: z.string(), model: z.string() }),
  model_choice_cleared: z.strictObject({}),
  model_tried: z.strictObject({ provider: z.string(), model: z.string(), problem: z.string().nullable() }),
  project_added: z.strictObject({}),
  project_changed: z.strictObject({ fields: z.array(z.string()) }),
  project_removed: z.strictObject({}),
  cadence_changed: z.strictObject({ version: z.number().int() }),
  source_added: z.strictObject({ sourceId: z.uuid() }),
  source_removed: z.strictObject({ sourceId: z.uuid() }),
  memory_proposed: z.strictObject({ memoryId: z.uuid(), isTrusted: z.boolean() }),
  memory_added: z.strictObject({ memoryId: z.uuid() }),
  memory_changed: z.strictObject({ memoryId: z.uuid(), fields: z.array(z.string()) }),
  memory_pinned: z.strictObject({ memoryId: z.uuid(), isPinned: z.boolean() }),
  memories_approved: z.strictObject({ memoryIds: z.array(z.uuid()) }),
  memories_rejected: z.strictObject({ memoryIds: z.array(z.uuid()) }),
  memories_merged: z.strictObject({ memoryId: z.uuid(), mergedIds: z.array(z.uuid()) }),
  memories_forgotten: z.strictObject({ memoryIds: z.array(z.uuid()) }),
  memories_restored: z.strictObject({ memoryIds: z.array(z.uuid()) }),
  memory_trust_changed: z.strictObject({ origins: z.array(z.string()) }),
  run_requested: z.strictObject({ queueId: z.uuid() }),
  run_cancelled: z.strictObject({ queueId: z.uuid() }),
  run_retried: z.strictObject({ queueId: z.uuid() }),
  run_begun_again: z.strictObject({ queueId: z.uuid(), phase: z.string() }),
  run_skipped: z.strictObject({ queueId: z.uuid(), reason: z.string() }),
  run_failed: z.strictObject({ queueId: z.uuid(), reason: z.string() }),
  note_submitted: noteStep,
  note_changed: noteStep,
  note_understood: noteStep,
  note_merged: noteStep,
  note_contradicted: noteStep,
  note_accepted: noteStep,
  note_planned: noteStep,
  note_used: noteStep,
  note_declined: noteStep,
  note_reopened: noteStep,
  note_withdrawn: noteStep,
  budget_set: z.strictObject({
    budgetId: z.uuid(),
    window: z.enum(["DAY", "MONTH", "EPISODE"]),
    isHard: z.boolean(),
  }),
  budget_removed: z.strictObject({ budgetId: z.uuid() }),
  episode_published: z.strictObject({}),
  episode_opened: z.strictObject({}),
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
