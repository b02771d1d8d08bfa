import { judgeAgain } from "#domain/planning/judge-again.ts";
import { keepsItsNotes } from "#domain/planning/keeps-its-notes.ts";
import { planNotes } from "#domain/planning/plan-notes.ts";
import { releasePlans } from "#domain/planning/release-plans.ts";
import { settlePlans } from "#domain/planning/settle-plans.ts";
import type { NoteVerdict } from "#domain/planning/steer.ts";
import type { Ctx, TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { QueueStatus } from "#platform/db/generated/client.ts";
import { makeRun } from "../factories/make-run.ts";

interface Run {
  queueId: string;
  /** What its brief says of each note, once there is one. */
  brief: Map<string, string> | null;
}

/**
 * The runs of a project as `generateEpisode` goes through them, less the writing: one in work at a time, each of whose steps holds the row of the
 * queue in a transaction of its own. They fail, are cancelled, tried again and written again as chance has it.
 */
export class RunOfNotes {
  readonly broken: string[] = [];
  episodes = 0;
  private readonly runs: Run[] = [];
  private inWork: Run | null = null;
  private isBusy = false;
  private readonly worker: Ctx;
  private readonly person: Ctx;
  private readonly projectId: string;
  private readonly random: () => number;

  constructor(worker: Ctx, person: Ctx, projectId: string, random: () => number) {
    this.worker = worker;
    this.person = person;
    this.projectId = projectId;
    this.random = random;
  }

  /** The next step of the run in work, or of one that rests. */
  async goOn(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      if (this.inWork === null) await this.takeUp();
      else if (this.inWork.brief === null) await this.gather(this.inWork);
      else if (this.random() < 0.2) await this.fail(this.inWork);
      else await this.finish(this.inWork);
    } finally {
      this.isBusy = false;
    }
  }

  private async takeUp(): Promise<void> {
    const old = this.runs[Math.floor(this.random() * this.runs.length)];
    if (old && this.random() < 0.5) return this.comeBackTo(old);
    const { id } = await makeRun(this.person, this.projectId, {
      occurrenceKey: new Date(Date.UTC(2027, 0, 1 + this.runs.length)).toISOString().slice(0, 10),
    });
    const run: Run = { queueId: id, brief: null };
    this.runs.push(run);
    await this.begin(run);
  }

  private async comeBackTo(run: Run): Promise<void> {
    const chance = this.random();
    const status = await this.inRun(this.person, run, async (ctx, status) => {
      if (status === "READY" && chance < 0.3) {
        await move(ctx, run, "PUBLISHED");
      } else if (status === "READY" && chance < 0.5) {
        await move(ctx, run, "CANCELLED");
        run.brief = null;
      } else if (status !== "PUBLISHED") {
        await move(ctx, run, "PENDING");
        if (status === "READY" && chance < 0.75) await judgeAgain(ctx, run);
        else if (status === "READY") {
          await releasePlans(ctx, run);
          run.brief = null;
        }
        return "PENDING";
      }
      return null;
    });
    if (status === "PENDING") await this.begin(run);
  }

  /** As `beginEpisode`: a brief whose notes were given back is dropped. */
  private async begin(run: Run): Promise<void> {
    await this.inRun(this.worker, run, async (ctx) => {
      await move(ctx, run, "GENERATING");
      if (run.brief !== null && (await keepsItsNotes(ctx, run))) return;
      await releasePlans(ctx, run);
      run.brief = null;
    });
    this.inWork = run;
  }

  private async gather(run: Run): Promise<void> {
    const { projectId } = this;
    const isCutOff = this.random() < 0.2;
    const plan = () =>
      this.inRun(this.worker, run, (ctx) => planNotes(ctx, { projectId, queueId: run.queueId }));
    const notes = await plan();
    if (isCutOff) {
      const again = await plan();
      const isSame = notes.every(({ id }) => again.some((each) => each.id === id));
      if (notes.length > 0 && (!isSame || again.length !== notes.length))
        this.broken.push("a retried GATHER planned others");
    }
    run.brief = new Map((isCutOff ? await plan() : notes).map(({ id, text }) => [id, text]));
  }

  private async fail(run: Run): Promise<void> {
    await this.inRun(this.worker, run, (ctx) => move(ctx, run, "FAILED"));
    this.inWork = null;
  }

  private async finish(run: Run): Promise<void> {
    const brief = run.brief ?? new Map<string, string>();
    const verdicts = [...brief.keys()].map((noteId): NoteVerdict => {
      const chance = this.random();
      const outcome = chance < 0.4 ? "USED" : chance < 0.6 ? "PARTLY_USED" : "NOT_USED";
      return {
        noteId,
        outcome,
        reason: outcome === "USED" ? null : "The sources say little.",
        measure: null,
        blocks: [],
      };
    });
    await this.inRun(this.worker, run, async (ctx) => {
      const { tx, organizationId } = ctx;
      const now = await tx.planningNote.findMany({
        where: { organizationId, id: { in: [...brief.keys()] } },
      });
      for (const { id, status, paraphrase } of now) {
        if (status === "WITHDRAWN") this.broken.push(`${id} was withdrawn, and is in a brief`);
        if (paraphrase !== brief.get(id)) this.broken.push(`${id} was changed, and is in a brief`);
      }
      const key = { organizationId_queueId: { organizationId, queueId: run.queueId } };
      const made = {
        projectId: this.projectId,
        queueId: run.queueId,
        writer: "built-in",
        writerVersion: "1",
      };
      const { id: episodeId } = await tx.episode.upsert({
        where: key,
        create: { organizationId, ...made },
        update: {},
      });
      await settlePlans(ctx, { queueId: run.queueId, episodeId, verdicts, blockIds: [] });
      await move(ctx, run, "READY");
    });
    this.episodes += 1;
    this.inWork = null;
  }

  /** Works in one transaction that holds the row of the run, as those of its lease do. */
  private inRun<T>(ctx: Ctx, run: Run, work: (ctx: TxCtx, status: QueueStatus) => Promise<T>): Promise<T> {
    return inOrganization(ctx, async (inside) => {
      const [row] = await inside.tx.$queryRaw<{ status: QueueStatus }[]>`
        select status from episode_schedule_queue where id = ${run.queueId}::uuid for no key update`;
      if (!row) throw new Error("the run is gone");
      return work(inside, row.status);
    });
  }
}

/** Moves the row of the queue, with what each status implies. */
async function move(
  { tx, organizationId, clock }: TxCtx,
  { queueId }: Run,
  status: QueueStatus,
): Promise<void> {
  const now = clock.now();
  const isEnd = ["PUBLISHED", "FAILED", "CANCELLED"].includes(status);
  const isWritten = status === "READY" || status === "PUBLISHED";
  const lease = { claimedBy: "worker", leaseToken: queueId, leaseExpiresAt: now, startedAt: now };
  await tx.episodeScheduleQueue.update({
    where: { organizationId_id: { organizationId, id: queueId } },
    data: {
      status,
      finishedAt: isEnd ? now : null,
      reason: status === "FAILED" || status === "CANCELLED" ? "It ended." : null,
      ...(isWritten ? { readyAt: now } : { readyAt: null }),
      publishedAt: status === "PUBLISHED" ? now : null,
      ...(status === "GENERATING" ? lease : { claimedBy: null, leaseToken: null, leaseExpiresAt: null }),
    },
  });
}
