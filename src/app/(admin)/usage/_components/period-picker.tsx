import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { zoneCity } from "#ui/format/zone-city.ts";
import { Segments } from "#ui/segments.tsx";
import { type ChosenPeriod, type PeriodName, sayPeriod, USAGE_PERIODS } from "../chosen-period.ts";

interface PeriodPickerProps {
  /** Null where no dates are asked for. */
  period: ChosenPeriod | null;
  /** Why the dates that were asked for are not shown. */
  problem: string | null;
  zone: string;
  today: string;
  /** The page with another period. */
  hrefOf: (name: PeriodName) => string;
  /** Where the form with own dates leads, and what it keeps of the address. */
  action: string;
  kept: Readonly<Record<string, string>>;
  /** At the right. */
  children?: ReactNode;
}

/** Chooses a period, and says which days it has and by whose clock. */
export function PeriodPicker({
  period,
  problem,
  zone,
  today,
  hrefOf,
  action,
  kept,
  children,
}: PeriodPickerProps) {
  const isOwn = period?.name === null;
  const names = Object.keys(USAGE_PERIODS) as PeriodName[];
  return (
    <div className="mb-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segments
          label="Period"
          segments={names.map((name) => ({
            href: hrefOf(name),
            label: USAGE_PERIODS[name],
            current: name === period?.name,
          }))}
        />
        <p className="text-sm text-soft">
          {period ? `${sayPeriod(period, today)}, ${zoneCity(zone)} days` : "Whenever it was"}
          {period && period.until >= today ? " · today is provisional" : ""}
        </p>
        <p className="flex sm:ml-auto gap-4 text-sm">{children}</p>
      </div>
      {problem ? (
        <p role="status" className="mt-3 text-sm text-bad">
          {problem} These are the last 30 days.
        </p>
      ) : null}
      <details className="mt-2" open={isOwn}>
        <summary className="link inline-block text-sm text-soft">Other dates</summary>
        <form method="get" action={action} className="mt-3 flex flex-wrap items-end gap-3">
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField name="from" label="From" type="date" max={today} defaultValue={period?.from} />
          <TextField name="until" label="Until" type="date" max={today} defaultValue={period?.until} />
          <Button type="submit">Show</Button>
        </form>
      </details>
    </div>
  );
}
