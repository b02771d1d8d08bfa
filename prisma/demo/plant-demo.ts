import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { foundOrganization } from "#domain/people/found-organization.ts";
import { listMyOrganizations } from "#domain/people/list-my-organizations.ts";
import { requestRun } from "#domain/schedule/request-run.ts";
import { startProject } from "#domain/schedule/start-project.ts";
import { addSources } from "#domain/sources/add-sources.ts";
import { extractSource } from "#domain/sources/extract-source.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";

const DEMO_OWNER = "owner@episodic.local";

const DEMO_JOB = "demo";
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface DemoProject {
  settings: { title: string; goal: string; audience: string; minutes: number };
  days: number[];
  time: string;
  /** Files of the checkout, in reading order. */
  files: () => Promise<string[]>;
}

const PROJECTS: DemoProject[] = [
  {
    settings: {
      title: "Learn Episodic in ten mornings",
      goal: "Understand how Episodic plans, writes and delivers a series, from the cadence to the bill.",
      audience: "People who have just started Episodic",
      minutes: 5,
    },
    days: [1, 2, 3, 4, 5],
    time: "07:30",
    files: async () =>
      (await readdir(path.join(ROOT, "docs/guide"))).sort().map((name) => `docs/guide/${name}`),
  },
  {
    settings: {
      title: "What we decided, and why",
      goal: "Follow what the product review decided about the new ticketing app, and the reasons given.",
      audience: "Colleagues who could not be in the meeting",
      minutes: 4,
    },
    days: [2, 4],
    time: "08:00",
    files: async () => ["prisma/demo/sources/product-review.vtt"],
  },
];

/**
 * Makes the demo organization with its two projects and asks for the first episode of each, unless the installation has a person
 * already. Built from the verbs that people use. A start that was cut off in the middle is finished by the next one.
 *
 * @returns the organization's id when something was made now, else null
 */
export async function plantDemo(system: System): Promise<string | null> {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const organizationId = await findOrFound(system, timeZone);
  if (organizationId === null) return null;
  const ctx = actingFor(system, organizationId, DEMO_JOB);
  let isNew = false;
  for (const project of PROJECTS) isNew = (await plantProject(ctx, project, timeZone)) || isNew;
  return isNew ? organizationId : null;
}

async function findOrFound(system: System, reportingZone: string): Promise<string | null> {
  const owner = await system.db.prisma.user.findUnique({
    where: { email: DEMO_OWNER },
    select: { id: true },
  });
  if (owner) {
    const [organization] = await listMyOrganizations(system, owner.id);
    return organization && !organization.isSetUp ? organization.organizationId : null;
  }
  if ((await system.db.prisma.user.count()) > 0) return null;
  const founded = await foundOrganization(system, {
    name: "Demo",
    slug: "demo",
    ownerEmail: DEMO_OWNER,
    reportingZone,
  });
  return founded.organizationId;
}

async function plantProject(ctx: Ctx, project: DemoProject, timeZone: string): Promise<boolean> {
  const { title } = project.settings;
  const existing = await inOrganization(ctx, ({ tx }) =>
    tx.project.findFirst({ where: { title }, select: { id: true, _count: { select: { queue: true } } } }),
  );
  if (existing && existing._count.queue > 0) return false;
  const cadence = { days: project.days, time: project.time, timeZone };
  const projectId = existing?.id ?? (await startProject(ctx, { ...project.settings, cadence })).projectId;
  const files = await project.files();
  const sources = await Promise.all(
    files.map(async (file) => ({
      fileName: path.basename(file),
      bytes: await readFile(path.join(ROOT, file)),
    })),
  );
  const added = await addSources(ctx, { projectId, sources });
  // The jobs would do it soon enough; the first episode should not have to wait for them.
  for (const source of added)
    if ("sourceId" in source) await extractSource(ctx, { sourceId: source.sourceId });
  await requestRun(ctx, { projectId });
  return true;
}

const SECONDS_TO_WAIT = 120;

/** Waits until the demo's first episode is published and gives its title; `report` hears how far it is. */
export async function waitForFirstEpisode(
  system: System,
  organizationId: string,
  report: (status: string) => void,
): Promise<string> {
  const ctx = actingFor(system, organizationId, DEMO_JOB);
  for (let second = 0; second < SECONDS_TO_WAIT; second += 1) {
    const run = await inOrganization(ctx, ({ tx }) =>
      tx.episodeScheduleQueue.findFirst({
        orderBy: { createdAt: "asc" },
        select: { status: true, reason: true, episode: { select: { title: true } } },
      }),
    );
    if (run?.status === "PUBLISHED") return run.episode?.title ?? "";
    if (run?.reason) throw new Error(`The first episode was not written: ${run.reason}`);
    report(run?.status.toLowerCase() ?? "planned");
    await sleep(1_000);
  }
  throw new Error(
    `The first episode is not there after ${SECONDS_TO_WAIT} seconds; look at the worker's log.`,
  );
}
