"use client";

import { X } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { CadencePreview } from "#app/preview-cadence.ts";
import type { Cadence } from "#domain/schedule/cadence.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { formatDate } from "#ui/format/format-date.ts";
import { type ZoneOption, ZonePicker } from "#ui/zone-picker.tsx";
import { CadenceEnd } from "./cadence-end.tsx";
import { CadencePreviewPanel } from "./cadence-preview-panel.tsx";
import { PauseRows } from "./pause-rows.tsx";
import { WeekdayPills } from "./weekday-pills.tsx";

interface CadenceFieldsProps {
  cadence: Cadence;
  zones: readonly ZoneOption[];
  /** Of the cadence as given, so that the page is whole before its script runs. */
  preview: CadencePreview;
  /** What the server refused when the form was sent. */
  errors?: Readonly<Record<string, string>> | undefined;
  /** What else belongs to the form, below its controls. */
  children?: ReactNode;
}

const EXTRAS = /start|end|count|pause/;
const TYPING_PAUSE_MILLISECONDS = 200;

/** The controls of a cadence, and beside them what it will do, asked of the server whenever they rest. */
export function CadenceFields({ cadence, zones, preview: first, errors, children }: CadenceFieldsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [timeZone, setTimeZone] = useState(cadence.timeZone);
  const [skipDates, setSkipDates] = useState<readonly string[]>(cadence.skipDates ?? []);
  const [changes, setChanges] = useState(0);
  const preview = usePreview(frame, first, `${changes} ${timeZone} ${skipDates.join()}`);
  const fields = { ...errors, ...(preview.isValid ? {} : preview.fields) };
  const touch = () => setChanges((count) => count + 1);

  return (
    <div
      ref={frame}
      onChange={touch}
      className="grid gap-x-12 gap-y-8 md:grid-cols-[minmax(0,1fr)_19rem] md:grid-rows-[auto_1fr]"
    >
      <div className="space-y-6">
        <WeekdayPills days={cadence.days} error={fields.days} />
        <div className="grid gap-5 sm:grid-cols-[9rem_1fr]">
          <TextField
            type="time"
            name="time"
            label="Time"
            defaultValue={cadence.time}
            error={fields.time}
            required
          />
          <ZonePicker
            name="timeZone"
            label="Time zone"
            zones={zones}
            value={timeZone}
            onChange={setTimeZone}
            error={fields.timeZone}
          />
        </div>
        <Fold
          title="Start, end and pauses"
          hint="from now on, without end"
          open={hasExtras(cadence) || Object.keys(fields).some((name) => EXTRAS.test(name))}
        >
          <div className="space-y-6">
            <TextField
              type="date"
              name="startDate"
              label="First date"
              optional
              defaultValue={cadence.startDate}
              error={fields.startDate}
              className="max-w-52"
            />
            <CadenceEnd cadence={cadence} fields={fields} />
            <PauseRows pauses={cadence.pauses ?? []} error={fields.pauses} onChange={touch} />
          </div>
        </Fold>
        {skipDates.map((date) => (
          <input key={date} type="hidden" name="skipDates" value={date} />
        ))}
        {skipDates.length > 0 ? (
          <div>
            <p className="mb-1.5 font-medium">Skipped dates</p>
            <ul className="flex flex-wrap gap-2">
              {skipDates.map((date) => (
                <li key={date}>
                  <Button
                    onClick={() => setSkipDates(skipDates.filter((one) => one !== date))}
                    aria-label={`Write on ${formatDate(date)} after all`}
                  >
                    {formatDate(date)} <X aria-hidden />
                  </Button>
                </li>
              ))}
            </ul>
            {fields.skipDates ? <p className="mt-1.5 text-sm text-bad">{fields.skipDates}</p> : null}
          </div>
        ) : null}
      </div>
      <CadencePreviewPanel preview={preview} onSkip={(date) => setSkipDates([...skipDates, date].sort())} />
      <div className="space-y-6 empty:hidden">{children}</div>
    </div>
  );
}

function hasExtras({ startDate, endDate, count, pauses }: Cadence): boolean {
  return startDate !== undefined || endDate !== undefined || count !== undefined || (pauses?.length ?? 0) > 0;
}

/** Asks the server what the form would do; keeps the last answer while a new one is on its way. */
function usePreview(
  frame: RefObject<HTMLDivElement | null>,
  first: CadencePreview,
  change: string,
): CadencePreview {
  const [preview, setPreview] = useState(first);
  const firstChange = useRef(change);
  useEffect(() => {
    if (change === firstChange.current) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const query = queryOf(frame.current);
      const response = await fetch(`/cadence-preview?${query}`, { signal: controller.signal }).catch(
        () => null,
      );
      if (response?.ok) setPreview((await response.json()) as CadencePreview);
    }, TYPING_PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [frame, change]);
  return preview;
}

/** The controls inside an element as a query; the rest of its form is nobody's business here. */
function queryOf(frame: HTMLElement | null): URLSearchParams {
  const query = new URLSearchParams();
  const form = frame?.closest("form");
  if (!frame || !form) return query;
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && frame.querySelector(`[name="${CSS.escape(name)}"]`))
      query.append(name, value);
  }
  return query;
}
