import Link from "next/link";
import type { ReactNode } from "react";
import { BlockLinks } from "#app/(studio)/_components/block-links.tsx";
import { STEP_WORDS } from "#app/(studio)/_components/say-step.ts";
import { formatInstant } from "#ui/format/format-instant.ts";
import type { TimelineStep } from "#ui/timeline.tsx";
import { When } from "#ui/when.tsx";
import type { NoteOnPage } from "./load-note.ts";
import { sayMeasure } from "./say-measure.ts";

type Step = NoteOnPage["steps"][number];
type Plan = NoteOnPage["plans"][number];

const HAS_FAILED: readonly Step["kind"][] = ["DECLINED", "NOT_USED", "WITHDRAWN"];
/** Of these the outcome in the episode is shown: what was measured, and the blocks. */
const VERDICTS: readonly Step["kind"][] = ["USED", "PARTLY_USED", "NOT_USED", "DECLINED"];

/** The life of a note from top to bottom, and what comes next where it is not over. */
export function noteTimeline(note: NoteOnPage, waits: readonly string[], zone: string): TimelineStep[] {
  const lastUnderstood = note.steps.findLast(({ kind }) => kind === "UNDERSTOOD" || kind === "CORRECTED");
  const taken = note.steps.map((step): TimelineStep => {
    const plan = note.plans.find(({ queueId }) => queueId === step.queueId);
    return {
      id: step.id,
      name: nameOf(step, plan),
      state: HAS_FAILED.includes(step.kind) ? "failed" : "done",
      at: <When at={step.at} zone={zone} />,
      children: (
        <>
          {step === lastUnderstood && note.paraphrase ? <p dir="auto">“{note.paraphrase}”</p> : null}
          {step.reason ? <p dir="auto">{step.reason}</p> : null}
          {plan && VERDICTS.includes(step.kind) ? <Outcome plan={plan} zone={zone} /> : null}
        </>
      ),
    };
  });
  if (waits.length === 0) return taken;
  const next = note.status === "PLANNED" ? "Being written" : "Waiting";
  return [
    ...taken,
    {
      id: "next",
      name: next,
      state: note.status === "PLANNED" ? "running" : "waiting",
      children: waits.join(" "),
    },
  ];
}

function nameOf({ kind, actor }: Step, plan: Plan | undefined): ReactNode {
  const { says, by } = STEP_WORDS[kind];
  const who = by && actor ? ` by ${actor}` : "";
  return (
    <>
      {says}
      {who}
      {plan && (kind === "PLANNED" || VERDICTS.includes(kind)) ? (
        <Episode plan={plan} lead={kind === "PLANNED" ? " for " : " in "} />
      ) : null}
    </>
  );
}

function Episode({ plan: { episode }, lead }: { plan: Plan; lead: string }) {
  if (!episode) return null;
  const name = episode.number ? `episode ${episode.number}` : "the episode that is being written";
  return (
    <>
      {lead}
      {episode.isOpen ? (
        <Link className="link" href={`/read/${episode.id}`} prefetch={false}>
          {name}
        </Link>
      ) : (
        name
      )}
    </>
  );
}

function Outcome({ plan, zone }: { plan: Plan; zone: string }) {
  const { measure, blocks, episode, run } = plan;
  const measured = sayMeasure(measure);
  const many = blocks.length === 1 ? "a block" : `${blocks.length} blocks`;
  return (
    <>
      {measured ? <p>{measured}</p> : null}
      {blocks.length > 0 && episode?.isOpen ? (
        <p>
          See <BlockLinks blocks={blocks} />.
        </p>
      ) : null}
      {blocks.length > 0 && !episode?.isOpen ? (
        <p>
          It changed {many} of an episode that can be read from {formatInstant(run.slotAt, zone)} on.
        </p>
      ) : null}
    </>
  );
}
