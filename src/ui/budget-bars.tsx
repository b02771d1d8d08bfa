import Link from "next/link";
import { type ReactNode, useId } from "react";
import { formatMoney } from "./format/format-money.ts";

export interface BudgetBar {
  key: string;
  /** What is held to the ceiling, and over which window: `Market watch, day`. */
  name: ReactNode;
  href?: string | undefined;
  /** A state that needs to be known: held, soft. */
  note?: ReactNode;
  spentNanos: bigint;
  /** Set aside for calls under way. */
  reservedNanos: bigint;
  ceilingNanos: bigint;
  /** What will be spent by the end of the window; null where there is nothing to tell it from. */
  forecast: { lowNanos: bigint; midNanos: bigint; highNanos: bigint } | null;
}

/** What was spent of each ceiling, as a bar that is full at the ceiling, with what it will come to. All of it stands in words too. */
export function BudgetBars({ label, bars }: { label: string; bars: readonly BudgetBar[] }) {
  return (
    <ul aria-label={label} className="border-t border-line">
      {bars.map((bar) => (
        <li
          key={bar.key}
          className="grid grid-cols-1 items-center gap-x-6 gap-y-1.5 border-b border-line py-3 md:grid-cols-[13rem_1fr_15rem]"
        >
          <p className="flex flex-wrap items-baseline gap-x-3">
            {bar.href ? (
              <Link className="link" href={bar.href}>
                {bar.name}
              </Link>
            ) : (
              bar.name
            )}
            {bar.note}
          </p>
          <Track bar={bar} />
          <p className="md:text-right">
            <span className="tabular-nums">
              {formatMoney(bar.spentNanos)} of {formatMoney(bar.ceilingNanos)}
            </span>
            {sayRest(bar).map((part) => (
              <span key={part} className="text-soft max-md:before:content-['_·_'] md:block md:text-sm">
                {part}
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Spent is solid, set aside paler; a hatch goes on to the low end of the forecast, and fainter to its high end. */
function Track({ bar: { spentNanos, reservedNanos, ceilingNanos, forecast } }: { bar: BudgetBar }) {
  const hatch = useId();
  const percent = (nanos: bigint) => Math.min(100, share(nanos, ceilingNanos) * 100);
  const spent = percent(spentNanos);
  const held = percent(spentNanos + reservedNanos);
  const low = Math.max(held, percent(forecast?.lowNanos ?? 0n));
  const high = Math.max(low, percent(forecast?.highNanos ?? 0n));
  const isOver = spentNanos > ceilingNanos;
  return (
    <svg aria-hidden className="block h-2 w-full overflow-hidden rounded-full bg-line/60">
      <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0v5" strokeWidth="4" className="stroke-accent" />
      </pattern>
      <rect x={`${low}%`} width={`${high - low}%`} height="100%" fill={`url(#${hatch})`} opacity="0.4" />
      <rect x={`${held}%`} width={`${low - held}%`} height="100%" fill={`url(#${hatch})`} />
      <rect x={`${spent}%`} width={`${held - spent}%`} height="100%" className="fill-faint" />
      <rect width={`${spent}%`} height="100%" className={isOver ? "fill-bad" : "fill-ink"} />
    </svg>
  );
}

function sayRest({ reservedNanos, ceilingNanos, forecast }: BudgetBar): string[] {
  const parts = forecast ? [sayForecast(forecast, ceilingNanos)] : [];
  if (reservedNanos > 0n) parts.push(`${formatMoney(reservedNanos)} set aside`);
  return parts;
}

function sayForecast(
  { lowNanos, midNanos, highNanos }: NonNullable<BudgetBar["forecast"]>,
  ceilingNanos: bigint,
): string {
  const [low, high] = [formatMoney(lowNanos), formatMoney(highNanos)];
  const range = low === high ? "" : `, ${low} to ${high}`;
  return `forecast ${formatMoney(midNanos)}${range}${midNanos > ceilingNanos ? ", beyond the ceiling" : ""}`;
}

/** A ceiling of zero is reached by anything. */
function share(part: bigint, whole: bigint): number {
  if (whole === 0n) return part > 0n ? 1 : 0;
  return Number(part) / Number(whole);
}
