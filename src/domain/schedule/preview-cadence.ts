import { Cadence } from "./cadence.ts";
import { describeCadence } from "./describe-cadence.ts";
import { describeClockChange } from "./describe-clock-change.ts";
import { localDateAt } from "./internal/zone-time.ts";
import { nextOccurrences } from "./occurrences.ts";

const SHOWN_DATES = 10;

export interface CadencePreview {
  /** "Every weekday at 07:30, Berlin time." */
  sentence: string;
  timeZone: string;
  /** The next ten; fewer when the cadence ends before. */
  occurrences: {
    key: string;
    slotAt: Date;
    /** What a clock change does to it: "Clocks go forward by an hour on Sun 29 Mar." */
    clockChange: string | null;
  }[];
}

/**
 * What a person sees before a cadence is saved: its sentence and its next ten dates. Pure, so that a form can show it while one
 * types. Or what is wrong, by field ("pauses.0.until").
 */
export function previewCadence(
  input: unknown,
  now: Date,
): { preview: CadencePreview } | { fields: Record<string, string> } {
  const outcome = Cadence.safeParse(input);
  if (!outcome.success) {
    const fields: Record<string, string> = {};
    for (const { path, message } of outcome.error.issues) fields[path.join(".")] ??= message;
    return { fields };
  }
  const cadence = outcome.data;
  const today = localDateAt(cadence.timeZone, now);
  const occurrences = nextOccurrences(cadence, { after: now, limit: SHOWN_DATES });
  return {
    preview: {
      sentence: describeCadence(cadence, today),
      timeZone: cadence.timeZone,
      occurrences: occurrences.map(({ key, slotAt, clockChange }) => ({
        key,
        slotAt,
        clockChange: clockChange ? describeClockChange(clockChange, cadence.time) : null,
      })),
    },
  };
}
