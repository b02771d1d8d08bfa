import { startProject } from "#domain/schedule/start-project.ts";
import { addSources } from "#domain/sources/add-sources.ts";
import { extractSource } from "#domain/sources/extract-source.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { ModelAccess } from "#platform/model-access.ts";
import type { System } from "#platform/system.ts";
import type { TestDatabase } from "#testing/database.ts";
import { MODEL_OF, makeModelChoice } from "#testing/factories/make-model-scene.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { EDITORS, PEOPLE, type Person, type Season } from "./scripted-note.ts";

const DAY_MS = 86_400_000;
/** Noon of the day before the first slot. */
const START = Date.parse("2027-01-03T12:00:00Z");
const SLOT_MS = (24 + 7.5 - 12) * 3_600_000;

export interface SeasonScene {
  season: Season;
  database: TestDatabase;
  clock: FixedClock;
  system: System;
  projectId: string;
  /** Acts as the owner of the organization, who takes no part. */
  owner: Ctx;
  people: Readonly<Record<Person, Ctx & { userId: string }>>;
  /** The afternoon on which notes for the episode of this day are sent, and the slot of that episode. */
  afternoonOf(day: number): Date;
  slotOf(day: number): Date;
}

/** An organization with two editors and four readers, and a project that is due every day, before its first slot. */
export async function openSeason(
  database: TestDatabase,
  season: Season,
  {
    writer = "built-in",
    modelAccess = {},
  }: { writer?: "built-in" | "model"; modelAccess?: ModelAccess } = {},
): Promise<SeasonScene> {
  const clock = fixedClock(new Date(START));
  const made = await makeOrganization(database.app, { clock, name: season.name });
  const owner: Ctx = { ...made.ctx, modelAccess };
  const people = Object.fromEntries(
    await Promise.all(PEOPLE.map(async (person) => [person, await join(owner, person)] as const)),
  ) as Record<Person, Ctx & { userId: string }>;
  const { projectId } = await startProject(owner, {
    title: season.name,
    goal: season.goal,
    minutes: season.minutes,
    cadence: { days: [1, 2, 3, 4, 5, 6, 7], time: "07:30", timeZone: "UTC", startDate: "2027-01-04" },
  });
  await inOrganization(owner, ({ tx }) => tx.project.update({ where: { id: projectId }, data: { writer } }));
  if (writer === "model") {
    await makeModelChoice(owner, { provider: "openai" });
    await makePrice(owner, { provider: "openai", model: MODEL_OF.openai });
  }
  for (const { title, text } of season.sources) {
    const [added] = await addSources(owner, { projectId, sources: [{ title, text }] });
    if (added?.outcome !== "ADDED") throw new Error(`${title} was not added: ${JSON.stringify(added)}`);
    await extractSource(owner, { sourceId: added.sourceId });
    clock.advance(1_000);
  }
  return {
    season,
    database,
    clock,
    system: { db: database.worker, clock, keys: testKeys, modelAccess },
    projectId,
    owner,
    people,
    afternoonOf: (day) => new Date(START + (day - 1) * DAY_MS + 60_000),
    slotOf: (day) => new Date(START + (day - 1) * DAY_MS + SLOT_MS),
  };
}

async function join(owner: Ctx, person: Person): Promise<Ctx & { userId: string }> {
  const role = EDITORS.includes(person) ? "EDITOR" : "READER";
  const { id } = await owner.db.prisma.user.create({
    data: { email: `${person.toLowerCase()}-${owner.organizationId}@example.test`, name: person },
  });
  await inOrganization(owner, ({ tx, organizationId }) =>
    tx.membership.create({ data: { organizationId, userId: id, role } }),
  );
  return { ...owner, actor: { kind: "user", userId: id, role }, userId: id };
}
