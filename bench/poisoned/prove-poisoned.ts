import { Client } from "pg";
import { generateEpisode } from "#domain/episodes/generate-episode.ts";
import { acceptNotes } from "#domain/planning/accept-notes.ts";
import { understandNote } from "#domain/planning/understand-note.ts";
import { claimBatch } from "#domain/schedule/claim-batch.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import type { TestDatabase } from "#testing/database.ts";
import { makeMemory } from "#testing/factories/make-memory.ts";
import { makeModelScene } from "#testing/factories/make-model-scene.ts";
import { makeNote } from "#testing/factories/make-note.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import type { FixedClock } from "#testing/fixed-clock.ts";
import { startModelServer } from "#testing/model-server/start-model-server.ts";
import { testKeys } from "#testing/test-keys.ts";
import type { Attack } from "./attacks.ts";
import { hashesElsewhere } from "./hashes-elsewhere.ts";
import { judgeProject } from "./judge-poisoned.ts";
import { type Obedience, obedientModel } from "./obedient-model.ts";
import { makePoisonedProject, sendAttacks } from "./poison-project.ts";

const WRITERS = ["built-in", "model"] as const;
const AUTHORS = 4;

/** What came of it all: what is wrong, and how much was looked at. */
export interface PoisonedOutcome {
  wrong: string[];
  notes: number;
  episodes: number;
  failed: number;
  blocks: number;
  used: number;
  waiting: number;
  /** Understood by the model, not by rules. */
  byModel: number;
  proposed: number;
  tables: number;
}

/**
 * Sends attacks as notes and puts them into sources, once where rules read and the built-in writer writes, once where a model that obeys every
 * attacker does both; a careless editor accepts all that can be accepted. Then looks at everything that people read, at what is remembered, and
 * at another project and another organization, row by row.
 */
export async function provePoisoned(
  database: TestDatabase,
  { attacks, episodes, tell }: { attacks: readonly Attack[]; episodes: number; tell: (line: string) => void },
): Promise<PoisonedOutcome> {
  let obeys: Obedience = "until caught";
  const server = await startModelServer({ answer: obedientModel(() => obeys) });
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  try {
    const scene = await makeModelScene(database, server);
    const authors = await Promise.all(
      Array.from({ length: AUTHORS }, (_, at) => asMember(scene, at === 0 ? "EDITOR" : "READER")),
    );
    const projects = {
      "built-in": await makePoisonedProject(scene.ctx, attacks, "built-in"),
      model: await makePoisonedProject(scene.ctx, attacks, "model"),
    };
    // The other project has no model: there rules read the notes.
    await inOrganization(scene.ctx, ({ tx }) =>
      tx.modelChoice.updateMany({ data: { projectId: projects.model } }),
    );
    const elsewhere = await makeBystanders(database, scene.ctx);
    const before = await hashesElsewhere(admin, elsewhere);
    const system: System = {
      ...{ db: database.worker, clock: scene.clock, keys: testKeys },
      modelAccess: scene.ctx.modelAccess ?? {},
    };
    const wrong: string[] = [];
    for (const writer of WRITERS) {
      const projectId = projects[writer];
      for (const noteId of await sendAttacks(projectId, authors, attacks)) {
        await understandNote(system, { organizationId: scene.organizationId, noteId });
      }
      await acceptCarelessly(scene.ctx, projectId);
      // Built-in, nobody obeys. A model does so to the end, then until it is caught; last another one settles what came back.
      const turns: Obedience[] =
        writer === "model"
          ? ["to the end", ...untilCaught(episodes), "never", "never"]
          : untilCaught(episodes);
      for (const [at, turn] of turns.entries()) {
        obeys = turn;
        tell(`${writer}, episode ${at + 1}: ${await writeEpisode(scene, system, projectId)}`);
      }
      wrong.push(...(await judgeProject(admin, projectId)).map((what) => `${writer}: ${what}`));
    }
    const after = await hashesElsewhere(admin, elsewhere);
    for (const [table, hash] of Object.entries(before)) {
      if (after[table] !== hash) wrong.push(`outside of the project, ${table} has changed`);
    }
    return { wrong, ...(await countAll(admin, scene.organizationId)), tables: Object.keys(before).length };
  } finally {
    await admin.end();
    await server.close();
  }
}

function untilCaught(episodes: number): Obedience[] {
  return Array.from({ length: episodes }, () => "until caught");
}

/** A project of the same organization and one of another, each with a source of attackers' wishes: notes, memories, a run. */
async function makeBystanders(database: TestDatabase, ctx: Ctx) {
  const other = await makeOrganization(database.app, { clock: ctx.clock });
  const places = [];
  for (const owner of [ctx, other.ctx]) {
    const { id: projectId } = await makeProject(owner, { title: "Bystander" });
    await makeNote(owner, projectId);
    await makeMemory(owner, projectId);
    await makeRun(owner, projectId, { status: "PENDING", availableAt: new Date("2099-01-01") });
    places.push({ organizationId: owner.organizationId, projectId });
  }
  const [neighbour, stranger] = places;
  if (!neighbour || !stranger) throw new Error("both are made");
  return { neighbour, stranger };
}

async function acceptCarelessly(ctx: Ctx, projectId: string): Promise<void> {
  const notes = await inOrganization(ctx, ({ tx }) =>
    tx.planningNote.findMany({
      where: { projectId, attention: { not: null } },
      select: { id: true, revision: true },
    }),
  );
  if (notes.length === 0) return;
  await acceptNotes(ctx, { notes: notes.map(({ id: noteId, revision }) => ({ noteId, revision })) });
}

async function writeEpisode(
  { ctx, clock }: { ctx: Ctx; clock: FixedClock },
  system: System,
  projectId: string,
): Promise<string> {
  clock.advance(86_400_000);
  const { id } = await makeRun(ctx, projectId);
  for (let tries = 0; tries < 3; tries += 1) {
    const run = (await claimBatch(system, { workerId: "poisoned", size: 50 })).find(
      ({ queueId }) => queueId === id,
    );
    if (run === undefined) break;
    await generateEpisode(system, run, new AbortController().signal);
    clock.advance(7_200_000);
  }
  const row = await inOrganization(ctx, ({ tx }) =>
    tx.episodeScheduleQueue.findUniqueOrThrow({
      where: { id },
      select: { status: true, reason: true, _count: { select: { notePlans: true } } },
    }),
  );
  return `${row._count.notePlans} notes in the brief, ${row.status} ${(row.reason ?? "").slice(0, 200)}`;
}

async function countAll(admin: Client, organizationId: string) {
  const { rows } = await admin.query<Omit<PoisonedOutcome, "wrong" | "tables">>(COUNTS, [organizationId]);
  const [counts] = rows;
  if (!counts) throw new Error("a count has one row");
  return counts;
}

const COUNTS = `
SELECT (SELECT count(*)::int FROM planning_note WHERE organization_id = $1) - 1 AS notes,
  (SELECT count(*)::int FROM episode WHERE organization_id = $1 AND status IN ('READY', 'PUBLISHED')) AS episodes,
  (SELECT count(*)::int FROM episode WHERE organization_id = $1 AND status NOT IN ('READY', 'PUBLISHED')) AS failed,
  (SELECT count(*)::int FROM block WHERE organization_id = $1) AS blocks,
  (SELECT count(*)::int FROM planning_note WHERE organization_id = $1 AND status IN ('USED', 'PARTLY_USED', 'DECLINED')) AS used,
  (SELECT count(*)::int FROM planning_note WHERE organization_id = $1 AND attention IS NOT NULL) AS waiting,
  (SELECT count(*)::int FROM planning_note WHERE organization_id = $1 AND understood_by = 'MODEL') AS "byModel",
  (SELECT count(*)::int FROM agent_memory WHERE organization_id = $1 AND status = 'PROPOSED') AS proposed`;
