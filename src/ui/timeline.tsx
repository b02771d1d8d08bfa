import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import type { Phase } from "./phases.tsx";

export interface TimelineStep extends Omit<Phase, "note" | "name"> {
  name: ReactNode;
  /** Where the name is not one of its own. */
  id?: string;
  /** When it began, by the clock. */
  at?: ReactNode;
  duration?: ReactNode;
  /** What came of it, or what went wrong and what to do. */
  children?: ReactNode;
}

const DOTS: Record<Phase["state"], string> = {
  waiting: "border-edge bg-paper",
  running: "border-accent bg-accent text-paper animate-pulse",
  done: "border-ink bg-ink text-paper",
  failed: "border-bad bg-bad text-paper",
};

/** A run from top to bottom: what happened, when, how long it took, and what is still to come. */
export function Timeline({ steps, label }: { steps: readonly TimelineStep[]; label: string }) {
  return (
    <ol aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.id ?? String(step.name)}
          aria-current={step.state === "running" ? "step" : undefined}
          className="relative grid grid-cols-[1.25rem_1fr_auto] gap-x-3 pb-5 before:absolute before:top-6 before:bottom-0 before:left-[0.6rem] before:w-px before:bg-line last:pb-0 last:before:hidden"
        >
          <span
            aria-hidden
            className={`mt-0.5 grid size-5 place-items-center rounded-full border ${DOTS[step.state]} [&_svg]:size-3`}
          >
            {step.state === "done" ? <Check strokeWidth={3} /> : null}
            {step.state === "failed" ? <X strokeWidth={3} /> : null}
          </span>
          <div className="min-w-0">
            <p
              className={
                step.state === "waiting" ? "text-soft" : step.state === "running" ? "text-accent" : undefined
              }
            >
              {step.name}
            </p>
            {step.children ? <div className="mt-0.5 text-sm text-soft">{step.children}</div> : null}
          </div>
          <p className="text-right text-sm text-soft">
            {step.at}
            {step.duration ? <span className="block text-ink">{step.duration}</span> : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
