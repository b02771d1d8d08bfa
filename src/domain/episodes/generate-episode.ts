import type { ClaimedRun } from "#domain/schedule/run.ts";
import { actingFor, type System } from "#platform/system.ts";
import { askModel } from "./internal/run/ask-model.ts";
import { beginEpisode } from "./internal/run/begin-episode.ts";
import { DraftRefused } from "./internal/run/draft-refused.ts";
import { RunEnded } from "./internal/run/end-run.ts";
import { failRun } from "./internal/run/fail-run.ts";
import { finish } from "./internal/run/finish.ts";
import { gather } from "./internal/run/gather.ts";
import { inLease } from "./internal/run/in-lease.ts";
import { type Handling, type RunInHand, runPhase } from "./internal/run/run-phase.ts";
import { Draft, Verdict, type Writer, WriterOutline } from "./writer.ts";

/**
 * Writes the episode of a claimed run, phase by phase, each kept in a transaction of its own: after a crash the next
 * worker goes on behind the last one that was kept. Ends the run as READY, or SKIPPED when the sources are told, RETRYING
 * or FAILED with a reason, CANCELLED when somebody asked for it. A worker that lost its lease writes nothing more.
 *
 * Who writes is said by the project; `options.writer` takes that place in tests.
 *
 * @param signal says that the run is cancelled or its lease may be lost: a call under way is broken off
 * @throws what was not foreseen, after it was kept with the run, so that the worker logs it
 */
export async function generateEpisode(
  system: System,
  run: ClaimedRun,
  signal: AbortSignal,
  options: Omit<Handling, "signal"> & { writer?: Writer } = {},
): Promise<void> {
  const ctx = actingFor(system, run.organizationId, "generate-episode");
  const { writer, ...handling } = options;
  const begun = await orEnded(inLease(ctx, run, (inside) => beginEpisode(inside, run, writer)));
  if (begun === null) return;
  const inHand: RunInHand = { ctx, run, signal, ...handling, ...begun, phase: "GATHER", phaseId: null };
  try {
    await orEnded(
      writePhases(
        inHand,
        begun.writer.make((question) => askModel(inHand, question)),
      ),
    );
  } catch (error) {
    const isExpected = await orEnded(failRun(inHand, error));
    if (isExpected === false) throw error;
  }
}

async function writePhases(inHand: RunInHand, writer: Writer): Promise<void> {
  const gathered = await gather(inHand, writer);
  if (gathered.kind === "exhausted") return;
  const { brief } = gathered;
  const outline = await runPhase(inHand, {
    name: "OUTLINE",
    output: WriterOutline,
    work: () => writer.outline(brief),
  });
  const draft = await runPhase(inHand, {
    name: "WRITE",
    output: Draft,
    work: () => writer.write(brief, outline),
  });
  const verdict = await runPhase(inHand, {
    name: "CHECK",
    output: Verdict,
    work: async () => {
      const checked = await writer.check(brief, draft);
      if (checked.output.findings.length > 0) throw new DraftRefused(checked.output.findings);
      return checked;
    },
  });
  await finish(inHand, writer, { brief, draft: verdict.draft });
}

/** Null when the run has ended under our hands, which is nothing to report. */
async function orEnded<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RunEnded) return null;
    throw error;
  }
}
