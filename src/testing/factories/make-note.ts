import type { Directive } from "#domain/planning/directive.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { Prisma } from "#platform/db/generated/client.ts";

type NoteToMake = Partial<
  Omit<Prisma.PlanningNoteUncheckedCreateInput, "organizationId" | "projectId" | "directive">
> & {
  directive?: Directive;
};

const MORE_FERRIES: Directive = { kind: "MORE_OF", terms: ["ferries"] };

/** A planning note by whoever asks, understood by rules as a wish for more of ferries unless said otherwise; it has no steps. */
export async function makeNote(ctx: Ctx, projectId: string, note: NoteToMake = {}) {
  const { directive = MORE_FERRIES, ...rest } = note;
  const now = ctx.clock.now();
  const isUnderstood = (rest.status ?? "UNDERSTOOD") !== "RECEIVED";
  return inOrganization(ctx, ({ tx, organizationId, actor }) =>
    tx.planningNote.create({
      data: {
        organizationId,
        projectId,
        authorId: actor.kind === "user" ? actor.userId : null,
        text: "More about ferries, please.",
        createdAt: now,
        status: "UNDERSTOOD",
        ...(isUnderstood
          ? {
              intent: "MORE_OF",
              target: "TOPIC",
              paraphrase: "More about ferries.",
              topicTerms: "terms" in directive ? directive.terms : [],
              directive,
              understoodBy: "RULES",
              understoodAt: now,
            }
          : {}),
        ...rest,
      },
    }),
  );
}
