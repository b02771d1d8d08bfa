import type { ReactNode } from "react";

export type Tone = "neutral" | "good" | "warn" | "bad" | "run";

const DOTS: Record<Tone, string> = {
  neutral: "bg-faint",
  good: "bg-good",
  warn: "bg-warn",
  bad: "bg-bad",
  run: "bg-accent animate-pulse",
};

/** A state in words behind a dot of its tone; the words carry the meaning, the colour only helps. */
export function Pill({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="inline-flex items-baseline gap-1.5 text-sm text-soft">
      <span aria-hidden className={`size-[7px] shrink-0 -translate-y-px rounded-full ${DOTS[tone]}`} />
      {children}
    </span>
  );
}
