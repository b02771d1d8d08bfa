import { randomBytes, randomUUID } from "node:crypto";
import { addDays } from "date-fns";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { invitationToken } from "#domain/people/internal/invitation-token.ts";
import { openSession } from "#domain/people/internal/open-session.ts";
import { submitNote } from "#domain/planning/submit-note.ts";
import { listCalls } from "#domain/usage/list-calls.ts";
import { BUILT_IN_MODEL } from "#domain/usage/price-list.ts";
import { setBudget } from "#domain/usage/set-budget.ts";
import { setModelChoice } from "#domain/usage/set-model-choice.ts";
import { systemClock } from "#platform/clock.ts";
import type { Ctx, Role } from "#platform/context.ts";
import type { Database } from "#platform/database.ts";
import { inOrganization } from "#platform/database.ts";
import { makeCall } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeMemory } from "#testing/factories/make-memory.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { makeReadySource, textFile } from "#testing/factories/make-source.ts";

/** What an id names. */
export type Kind =
  | "organization"
  | "project"
  | "run"
  | "source"
  | "episode"
  | "memory"
  | "note"
  | "conflict"
  | "member"
  | "invitation"
  | "invitationToken"
  | "budget"
  | "call"
  | "modelChoice"
  | "session"
  | "passkey"
  | "identity";

/** One of each, all of one organization; ids of persons are its owner's. */
export type Ids = Record<Kind, string>;

export interface Caller {
  name: string;
  role: Role | null;
  cookie: string;
  /** Named in addresses beside a foreign id: what the caller may see. */
  own: Ids | null;
  /** What the victim's ids of these kinds are to this caller: nothing. */
  foreign: readonly Kind[];
  /** What the victim's ids of these kinds are to this caller: open. A page that is not says so, and not what is around it. */
  sees: readonly Kind[];
  /** Words that must not be in any answer to this caller. */
  secrets: readonly string[];
}

export interface Scene {
  victim: Ids;
  victimId: string;
  victimOwnerId: string;
  callers: Caller[];
}

const TEXT =
  "# The harbour\n\nThe night ferry waits for the last train, and the pilot boat leads it out past the mole. ".repeat(
    8,
  );

const PERSONAL: readonly Kind[] = ["session", "passkey", "identity", "invitationToken"];
const OF_PROJECT: readonly Kind[] = [
  "project",
  "run",
  "source",
  "episode",
  "memory",
  "note",
  "conflict",
  "call",
];
const ALL: readonly Kind[] = [
  ...PERSONAL,
  ...OF_PROJECT,
  "organization",
  "member",
  "invitation",
  "budget",
  "modelChoice",
];

/** Two organizations with one of everything, and those who may not: signed out, the other's owner, a reader, and a member without the project. */
export async function makeTwoOrganizations(db: Database): Promise<Scene> {
  const [ours, theirs] = [await fill(db, "Northwind"), await fill(db, "Southgate")];
  const reader = await asMember(ours.made, "READER");
  const limited = await asMember(ours.made, "EDITOR");
  const userId = userIdOf(limited);
  const other = await makeProject(ours.ctx, { title: "A project beside it" });
  await inOrganization(ours.ctx, async ({ tx, organizationId }) => {
    await tx.membership.updateMany({ where: { userId }, data: { projectAccess: "CHOSEN" } });
    await tx.projectGrant.create({ data: { organizationId, projectId: other.id, userId } });
  });
  const { marks } = ours;
  const secrets = Object.values(marks);
  return {
    victim: ours.ids,
    victimId: ours.made.organizationId,
    victimOwnerId: ours.made.userId,
    callers: [
      { name: "signed out", role: null, cookie: "", own: null, foreign: ALL, sees: [], secrets },
      {
        name: "of another organisation",
        role: "OWNER",
        cookie: await signIn(theirs.ctx),
        own: theirs.ids,
        foreign: ALL,
        sees: [],
        secrets,
      },
      {
        name: "a reader",
        role: "READER",
        cookie: await signIn(reader),
        own: null,
        foreign: [...PERSONAL, "memory", "note", "conflict"],
        sees: ["project", "episode"],
        secrets: [marks.source, marks.guest, marks.note, marks.memory],
      },
      {
        name: "without that project",
        role: "EDITOR",
        cookie: await signIn(limited),
        own: null,
        foreign: [...PERSONAL, ...OF_PROJECT],
        sees: [],
        secrets: [marks.project, marks.source, marks.guest, marks.note, marks.memory],
      },
    ],
  };
}

async function fill(db: Database, name: string) {
  const mark = (what: string) => `${what}${name.toLowerCase()}${randomBytes(5).toString("hex")}`;
  const marks = {
    house: mark("house"),
    project: mark("project"),
    source: mark("source"),
    guest: mark("guest"),
    note: mark("note"),
    memory: mark("memory"),
  };
  const made = await makeOrganization(db, { name: `${name} ${marks.house}`, clock: systemClock });
  const { ctx, organizationId, userId } = made;
  const project = await makeProject(ctx, {
    title: `Project ${marks.project}`,
    goal: `Goal ${marks.project}`,
  });
  const source = await makeReadySource(
    ctx,
    project.id,
    textFile(`${marks.source}.md`, `${marks.source}\n\n${TEXT}`),
  );
  const episode = await makeEpisode(ctx, project.id, {
    number: 1,
    title: `Episode ${marks.project}`,
    blocks: [{ type: "MARKDOWN", markdown: marks.project, html: `<p>${marks.project}</p>` }],
  });
  const run = await makeRun(ctx, project.id, { occurrenceKey: "2026-01-05" });
  const text = `More about ${marks.note}, please.`;
  const { noteId: note } = await submitNote(ctx, { projectId: project.id, text, scope: "NEXT_EPISODE" });
  const conflict = await makeConflict(ctx, project.id, note);
  const memory = await makeMemory(ctx, project.id, { text: `Remember ${marks.memory}.` });
  const member = await asMember(made, "EDITOR");
  const { choiceId: modelChoice } = await setModelChoice(
    { ...ctx, modelAccess: { openai: { name: "OpenAI", apiKey: "none" } } },
    { projectId: project.id, purpose: null, provider: "openai", model: marks.house },
  );
  const { budgetId: budget } = await setBudget(ctx, {
    ...{ projectId: project.id, window: "MONTH", ceiling: "1000000.00", isHard: false },
  });
  await makeCall(ctx, { projectId: project.id, episodeId: episode.id, ...BUILT_IN_MODEL });
  const { calls } = await listCalls(ctx, { episodeId: episode.id });
  const invitation = await inOrganization(ctx, async (inside) => {
    await inside.tx.organization.updateMany({ data: { setUpAt: systemClock.now() } });
    const after = { title: `Project ${marks.project}` };
    await recordAudit(inside, {
      action: "project.change",
      targetType: "project",
      targetId: project.id,
      after,
    });
    const email = `${marks.guest}@guests.example`;
    const expiresAt = addDays(systemClock.now(), 7);
    return inside.tx.invitation.create({ data: { organizationId, email, role: "READER", expiresAt } });
  });
  await signIn(ctx);
  const [session, identity, passkey] = await db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.user_id', ${userId}, true)`;
    return [
      await tx.session.findFirstOrThrow({ where: { userId } }),
      await tx.identity.create({ data: { userId, provider: "github", subject: marks.house } }),
      await tx.passkey.create({
        data: {
          userId,
          name: marks.house,
          credentialId: randomBytes(16),
          publicKey: randomBytes(32),
          transports: [],
        },
      }),
    ] as const;
  });
  const ids: Ids = {
    organization: organizationId,
    project: project.id,
    run: run.id,
    source,
    episode: episode.id,
    note,
    conflict,
    memory: memory.id,
    member: userIdOf(member),
    invitation: invitation.id,
    budget,
    call: calls[0]?.id ?? "none",
    modelChoice,
    invitationToken: deadToken(ctx, organizationId, invitation.id),
    session: session.id,
    passkey: passkey.id,
    identity: identity.id,
  };
  return { made, ctx, ids, marks };
}

/** A note that contradicts another, for an editor to choose between. */
async function makeConflict(ctx: Ctx, projectId: string, noteId: string): Promise<string> {
  return inOrganization(ctx, async ({ tx, organizationId }) => {
    const named = { organizationId, projectId };
    const other = await tx.planningNote.create({ data: { ...named, text: "Less of it." } });
    const [firstNoteId, secondNoteId] = [noteId, other.id].sort() as [string, string];
    const found = { firstNoteId, secondNoteId, foundAt: systemClock.now() };
    return (await tx.noteConflict.create({ data: { ...named, ...found } })).id;
  });
}

/** A name for nothing, of the shape that names of the kind have. */
export function missing(ctx: Pick<Ctx, "keys">, kind: Kind): string {
  return kind === "invitationToken" ? deadToken(ctx, randomUUID(), randomUUID()) : randomUUID();
}

/** A whole link lets in whoever holds it: that is its purpose. The one asked for here was replaced by a later one. */
function deadToken({ keys }: Pick<Ctx, "keys">, organizationId: string, invitationId: string): string {
  return invitationToken(keys, { organizationId, invitationId, travel: "hand" }, 99);
}

function userIdOf({ actor }: Ctx): string {
  if (actor.kind !== "user") throw new Error("Only persons sign in.");
  return actor.userId;
}

/** A session as a sign-in makes it, as the Cookie header that the browser sends. */
export async function signIn(ctx: Ctx): Promise<string> {
  const userId = userIdOf(ctx);
  const session = await ctx.db.prisma.$transaction((tx) =>
    openSession({ ...ctx, clock: systemClock }, tx, { userId, method: "ONE_TIME_LINK" }),
  );
  return `episodic=${session.token}`;
}
