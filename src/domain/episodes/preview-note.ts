import { may } from "#domain/people/permissions.ts";
import { guarded } from "#domain/people/verb.ts";
import { type ExpectedCost, expectEpisodeCost } from "#domain/usage/expect-episode-cost.ts";
import type { Ctx } from "#platform/context.ts";
import type { NoteAttention } from "#platform/db/generated/client.ts";
import { consume } from "#platform/rate-limit.ts";
import { comparePlans, type SectionChange } from "./internal/preview/compare-plans.ts";
import { loadToTry, NoteToTry } from "./internal/preview/load-to-try.ts";
import type { PlannedEpisode } from "./internal/preview/plan-episode.ts";
import { planInThread } from "./internal/preview/plan-in-thread.ts";
import { whyNothing } from "./internal/preview/why-nothing.ts";

/** What a note would make of the next episode, should it be written from the present sources. */
export interface NotePreview {
  kind: "preview";
  writer: string;
  /** Its paraphrase. */
  text: string;
  attention: NoteAttention | null;
  /** Null where there would be no episode. */
  minutes: { without: number | null; with: number | null };
  /** Share of the words that are about its topic; null for a note without one. */
  share: { without: number; with: number } | null;
  /** The sections with the note in their order, then those that go. */
  changes: SectionChange[];
  /** Why nothing of it changes, or why there would be no episode; null where something does. */
  nothing: string | null;
  /** Of the episode, without and with the note; null for whom costs are not. A preview itself costs nothing. */
  cost: { by: "free" } | ExpectedCost | null;
}

/**
 * Tries a note out on the next episode, with those that wait beside it; nothing is kept and no model is asked. `settled` is a note that was
 * planned or has its outcome, `unread` one that was not understood yet.
 *
 * @throws AppError NOT_FOUND, LIMIT_REACHED, NOT_NOW when it takes too long
 */
export const previewNote = guarded(
  { needs: "note.submit", input: NoteToTry },
  async (ctx, wanted): Promise<NotePreview | { kind: "settled" | "unread" }> => {
    if (ctx.actor.kind === "user") await consume(ctx, "previewNote", ctx.actor.userId);
    const loaded = await loadToTry(ctx, wanted);
    if (loaded.kind !== "loaded") return loaded;
    const { material, note, writer, attention } = loaded;
    const pair = await planInThread({ material, note });
    const plans = { without: planOf(pair.without), with: planOf(pair.with) };
    const changes = plans.with === null ? [] : comparePlans(plans.without ?? { sections: [] }, plans.with);
    const { share: before = null } = plans.without ?? {};
    const { share: after = null } = plans.with ?? {};
    return {
      kind: "preview",
      writer,
      text: note.text,
      attention,
      minutes: { without: plans.without?.minutes ?? null, with: plans.with?.minutes ?? null },
      share: before === null || after === null ? null : { without: before, with: after },
      changes,
      nothing: whyNothing({ note, writer, pair, changes }),
      cost: await costOf(ctx, { projectId: material.project.id, writer }, plans),
    };
  },
);

function planOf(plan: PlannedEpisode | string): PlannedEpisode | null {
  return typeof plan === "string" ? null : plan;
}

async function costOf(
  ctx: Ctx,
  { projectId, writer }: { projectId: string; writer: string },
  plans: { without: PlannedEpisode | null; with: PlannedEpisode | null },
): Promise<NotePreview["cost"]> {
  if (!may(ctx.actor, "run.read")) return null;
  if (writer !== "model") return { by: "free" };
  const episodes = [plans.without, plans.with].map((plan) => ({
    words: plan?.words ?? 0,
    calls: plan?.calls ?? [],
  }));
  return expectEpisodeCost(ctx, { projectId, episodes });
}
