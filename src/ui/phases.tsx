import type { ReactNode } from "react";

export interface Phase {
  name: string;
  state: "waiting" | "running" | "done" | "failed";
  /** How long it took, or how far it is. */
  note?: ReactNode;
}

const LINES: Record<Phase["state"], string> = {
  waiting: "border-line text-soft",
  running: "border-accent text-accent",
  done: "border-ink",
  failed: "border-bad text-bad",
};

const SPOKEN: Record<Phase["state"], string> = {
  waiting: "not yet",
  running: "running",
  done: "done",
  failed: "failed",
};

/** A run as a row of strokes, one for each phase. */
export function Phases({ phases, label }: { phases: readonly Phase[]; label: string }) {
  return (
    <ol aria-label={label} className="grid auto-cols-fr grid-flow-col gap-1.5">
      {phases.map((phase) => (
        <li
          key={phase.name}
          aria-current={phase.state === "running" ? "step" : undefined}
          className={`min-w-0 border-t-2 pt-1.5 text-sm max-sm:text-xs ${LINES[phase.state]}`}
        >
          {phase.name}
          <span className="sr-only">, {SPOKEN[phase.state]}</span>
          {phase.note ? <span className="block truncate text-soft">{phase.note}</span> : null}
        </li>
      ))}
    </ol>
  );
}
