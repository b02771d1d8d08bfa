import { canMoveNote } from "#domain/planning/note-states.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { NoteStatus, NoteStepKind, Prisma } from "#platform/db/generated/client.ts";

const IS = {
  RECEIVED: "RECEIVED",
  EDITED: "RECEIVED",
  UNDERSTOOD: "UNDERSTOOD",
  PLANNED: "PLANNED",
  RELEASED: "UNDERSTOOD",
  USED: "USED",
  PARTLY_USED: "PARTLY_USED",
  NOT_USED: "UNDERSTOOD",
  DECLINED: "DECLINED",
  WITHDRAWN: "WITHDRAWN",
} as const satisfies Partial<Record<NoteStepKind, NoteStatus>>;

const select = {
  id: true,
  status: true,
  scope: true,
  authorId: true,
  mergedIntoId: true,
  plannedForId: true,
  mergedInto: { select: { status: true, plannedForId: true, mergedIntoId: true } },
  plans: { select: { queueId: true, outcome: true, queue: { select: { status: true } } } },
  steps: {
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, queueId: true, actorId: true },
  },
} as const satisfies Prisma.PlanningNoteSelect;

type Note = Prisma.PlanningNoteGetPayload<{ select: typeof select }>;

/** What is wrong with the notes of a project, in words. To be asked while nobody works on them. */
export async function findBroken(ctx: Ctx, projectId: string): Promise<string[]> {
  const { notes, told, submitted } = await inOrganization(ctx, async ({ tx, organizationId }) => ({
    notes: await tx.planningNote.findMany({ where: { organizationId, projectId }, select }),
    told: await tx.notification.findMany({
      where: { organizationId, projectId },
      select: { noteStepId: true },
    }),
    submitted: await tx.userEvent.count({ where: { organizationId, projectId, type: "note_submitted" } }),
  }));
  const toldOf = new Set(told.map(({ noteStepId }) => noteStepId));
  const broken = notes.flatMap((note) =>
    [...wrongSteps(note), ...wrongPlans(note), ...wrongLead(note), ...untold(note, toldOf)].map(
      (what) => `${note.id} (${note.steps.map(({ kind }) => kind).join(" ")}; ${note.status}): ${what}`,
    ),
  );
  if (notes.length !== submitted) broken.push(`${submitted} notes were sent and ${notes.length} are there`);
  return broken;
}

/** The steps tell every move, each of which may be made, up to the status that the note has. */
function wrongSteps({ status, steps }: Note): string[] {
  const wrong: string[] = [];
  let now: NoteStatus | null = null;
  let isUnderstood = false;
  let run: string | null = null;
  for (const { kind, queueId } of steps) {
    // What an older run says that is written again is told, and moves nothing: the newest says the status.
    if (kind === "PLANNED") run = queueId;
    else if (queueId !== null && queueId !== run) continue;
    const next: NoteStatus | null =
      kind === "REOPENED"
        ? isUnderstood
          ? "UNDERSTOOD"
          : "RECEIVED"
        : kind in IS
          ? IS[kind as keyof typeof IS]
          : null;
    if (kind === "UNDERSTOOD") isUnderstood = true;
    if (kind === "EDITED") isUnderstood = false;
    if (next === null || next === now) continue;
    if (now !== null && !canMoveNote(now, next)) wrong.push(`${now} does not move to ${next}`);
    now = next;
  }
  if (now !== status) wrong.push(`its steps end at ${now}`);
  return wrong;
}

function wrongPlans({ status, scope, mergedIntoId, plannedForId, plans }: Note): string[] {
  const wrong: string[] = [];
  const inEpisodes = plans.filter(
    ({ outcome, queue }) =>
      (outcome === "USED" || outcome === "PARTLY_USED") &&
      (queue.status === "READY" || queue.status === "PUBLISHED"),
  );
  if (scope === "NEXT_EPISODE" && inEpisodes.length > 1) wrong.push("it is used in more than one episode");
  const own = plans.find(({ queueId }) => queueId === plannedForId);
  if (status === "PLANNED" && mergedIntoId === null && own?.outcome !== "PLANNED")
    wrong.push("it is planned without a plan");
  const inWork = plans.filter(({ outcome }) => outcome === "PLANNED");
  if (scope === "NEXT_EPISODE" && inWork.length > 1) wrong.push("it is in two briefs");
  if (status === "WITHDRAWN" && inWork.length > 0) wrong.push("it is withdrawn and planned");
  return wrong;
}

/** Whoever is a vote for another has its status; nobody is a vote for a vote. */
function wrongLead({ status, plannedForId, mergedInto }: Note): string[] {
  if (!mergedInto) return [];
  const wrong: string[] = [];
  if (mergedInto.mergedIntoId !== null) wrong.push("it is a vote for a vote");
  if (mergedInto.status !== status) wrong.push(`its lead is ${mergedInto.status}`);
  if (status === "PLANNED" && mergedInto.plannedForId !== plannedForId)
    wrong.push("its lead is planned for another run");
  return wrong;
}

/** Every step that somebody else took is told to the author. */
function untold({ authorId, steps }: Note, toldOf: ReadonlySet<string | null>): string[] {
  const missing = steps.filter(({ id, actorId }) => actorId !== authorId && !toldOf.has(id));
  return missing.length > 0
    ? [`its author was not told of ${missing.map(({ kind }) => kind).join(", ")}`]
    : [];
}
