"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";

interface ChartCursorProps {
  label: string;
  /** The value of each bar in words, from left to right. */
  readings: readonly string[];
  children: ReactNode;
}

/** Reads a chart bar by bar: by the arrow keys once it has the focus, or under the pointer. */
export function ChartCursor({ label, readings, children }: ChartCursorProps) {
  const [index, setIndex] = useState<number | null>(null);
  const last = readings.length - 1;
  const step = 100 / readings.length;

  function onKeyDown(event: KeyboardEvent) {
    const from = index ?? last;
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setIndex(Math.min(last, Math.max(0, to)));
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const place = Math.floor(((event.clientX - box.left) / box.width) * readings.length);
    setIndex(Math.min(last, Math.max(0, place)));
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={readings.length}
      aria-valuenow={(index ?? last) + 1}
      aria-valuetext={readings[index ?? last]}
      onKeyDown={onKeyDown}
      onFocus={() => setIndex((current) => current ?? last)}
      onBlur={() => setIndex(null)}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setIndex(null)}
      className="relative outline-offset-4"
    >
      {index === null ? null : (
        <>
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 bg-sunk"
            style={{ left: `${index * step}%`, width: `${step}%` }}
          />
          <span
            aria-hidden
            className="pointer-events-none absolute -top-2 z-10 w-max max-w-[70%] -translate-y-full rounded-md bg-ink px-2.5 py-1.5 text-sm text-paper"
            style={
              index < readings.length / 2
                ? { left: `${index * step}%` }
                : { right: `${(last - index) * step}%` }
            }
          >
            {readings[index]}
          </span>
        </>
      )}
      <div className="relative">{children}</div>
    </div>
  );
}
