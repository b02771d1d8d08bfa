import { Cadence } from "#domain/schedule/cadence.ts";
import { describeCadence } from "#domain/schedule/describe-cadence.ts";
import { describeClockChange } from "#domain/schedule/describe-clock-change.ts";
import { nextOccurrences } from "#domain/schedule/occurrences.ts";
import { formatDate } from "#ui/format/format-date.ts";
import { formatTime } from "#ui/format/format-instant.ts";

/** What a cadence will do, before it is saved: in words and as its next ten slots; or what is wrong, by field. */
export type CadencePreview =
  | { isValid: true; sentence: string; slots: PreviewSlot[] }
  | { isValid: false; fields: Record<string, string> };

interface PreviewSlot {
  key: string;
  date: string;
  time: string;
  /** What a clock change does to this slot or has done since the one before. */
  mark?: string;
}

const SLOTS_SHOWN = 10;

export function previewCadence(input: unknown, now: Date): CadencePreview {
  const outcome = Cadence.safeParse(input);
  if (!outcome.success) {
    const fields: Record<string, string> = {};
    for (const issue of outcome.error.issues) fields[String(issue.path[0] ?? "")] ??= issue.message;
    return { isValid: false, fields };
  }
  const cadence = outcome.data;
  const today = now.toLocaleDateString("sv-SE", { timeZone: cadence.timeZone });
  const slots = nextOccurrences(cadence, { after: now, limit: SLOTS_SHOWN }).map(
    ({ key, slotAt, clockChange }) => ({
      key,
      date: formatDate(key, key.slice(0, 4) === today.slice(0, 4) ? "short" : "medium"),
      time: formatTime(slotAt, cadence.timeZone),
      ...(clockChange ? { mark: describeClockChange(clockChange, cadence.time) } : {}),
    }),
  );
  return { isValid: true, sentence: describeCadence(cadence, today), slots };
}
