import { Logger, runOnce } from "graphile-worker";
import { generateEpisode } from "#domain/episodes/generate-episode.ts";
import { publishDue } from "#domain/episodes/publish-due.ts";
import { claimBatch } from "#domain/schedule/claim-batch.ts";
import { enqueueDue } from "#domain/schedule/enqueue-due.ts";
import { inOrganization } from "#platform/database.ts";
import { taskList } from "../../jobs/registry.ts";
import { editorsRound, notesOf, type Surprises } from "./editors-round.ts";
import type { SeasonScene } from "./season-scene.ts";
import { type Sent, sendNote, stopStanding, thinkAgain } from "./send-notes.ts";

const MINUTE_MS = 60_000;
/** No series begins earlier before its slot; a worker looks more often than this, and finds no more. */
const MOST_LEAD_MINUTES = 40;
const LOOKS_EVERY_MINUTES = 10;

export interface Passed {
  sent: Sent;
  surprises: Surprises;
}

/** Lives through a season day by day: notes in the afternoon, the editors after that, an episode in the morning, all through the product's own verbs and jobs. */
export async function passSeason(scene: SeasonScene, tell: (line: string) => void): Promise<Passed> {
  const sent: Sent = new Map();
  const surprises: Surprises = [];
  await doJobs(scene);
  for (let day = 1; day <= scene.season.episodes; day += 1) {
    scene.clock.set(scene.afternoonOf(day));
    const notes = notesOf(scene, day, false);
    for (const note of notes) {
      await sendNote(scene, note, sent);
      scene.clock.advance(MINUTE_MS);
    }
    await doJobs(scene);
    for (const note of notes) await thinkAgain(scene, note, sent);
    await doJobs(scene);
    for (const note of scene.season.notes) {
      if (note.later?.does === "stop" && note.later.day === day) await stopStanding(scene, note, sent);
    }
    surprises.push(...(await editorsRound(scene, sent)));
    await writeEpisode(scene, day, async () => {
      for (const note of notesOf(scene, day, true)) await sendNote(scene, note, sent);
    });
    tell(await sayDay(scene, day, notes.length));
  }
  scene.clock.set(scene.afternoonOf(scene.season.episodes + 1));
  await doJobs(scene);
  surprises.push(...(await editorsRound(scene, sent)));
  return { sent, surprises };
}

/** The morning: the slot comes up, a worker takes it, and what is ready is published at its minute. */
async function writeEpisode(
  { clock, system, slotOf }: SeasonScene,
  day: number,
  onceBegun: () => Promise<void>,
): Promise<void> {
  const slot = slotOf(day).getTime();
  let isWritten = false;
  for (let before = MOST_LEAD_MINUTES; before >= 0; before -= LOOKS_EVERY_MINUTES) {
    clock.set(new Date(slot - before * MINUTE_MS));
    await enqueueDue(system);
    for (const run of await claimBatch(system, { workerId: "season", size: 1 })) {
      await generateEpisode(system, run, new AbortController().signal);
      if (!isWritten) await onceBegun();
      isWritten = true;
    }
  }
  clock.set(slotOf(day));
  await publishDue(system);
}

/** What the queue holds, by the worker's own handlers: extraction, understanding, lead times. */
async function doJobs({ database, system }: SeasonScene): Promise<void> {
  await runOnce({
    pgPool: database.worker.pool,
    taskList: taskList(system),
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === "error") console.log(`job: ${message}`);
    }),
  });
}

async function sayDay({ owner, projectId }: SeasonScene, day: number, notes: number): Promise<string> {
  const [run] = await inOrganization(owner, ({ tx }) =>
    tx.episodeScheduleQueue.findMany({
      where: { projectId },
      orderBy: { slotAt: "desc" },
      take: 1,
      select: {
        status: true,
        reason: true,
        episode: { select: { number: true, title: true, wordCount: true } },
        notePlans: { select: { id: true } },
      },
    }),
  );
  const { episode } = run ?? {};
  const written =
    episode?.number == null
      ? `${run?.status}: ${run?.reason}`
      : `episode ${episode.number}, ${episode.title}, ${episode.wordCount} words`;
  return `day ${day}: ${notes} notes sent, ${run?.notePlans.length ?? 0} in the brief; ${written}`;
}
