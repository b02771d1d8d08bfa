import { previewCadence as preview } from "#domain/schedule/preview-cadence.ts";
import { formatDate } from "#ui/format/format-date.ts";
import { formatTime } from "#ui/format/format-instant.ts";

/** What a cadence will do, before it is saved: in words and as its next ten slots; or what is wrong, by control of the form. */
export type CadencePreview =
  | { isValid: true; sentence: string; slots: PreviewSlot[] }
  | { isValid: false; fields: Record<string, string> };

interface PreviewSlot {
  key: string;
  date: string;
  time: string;
  /** What a clock change does to this slot or has done since the one before. */
  mark: string | null;
}

/** The preview of a cadence as its form shows it. */
export function previewCadence(input: unknown, now: Date): CadencePreview {
  const outcome = preview(input, now);
  if ("fields" in outcome) {
    const fields: Record<string, string> = {};
    for (const [path, message] of Object.entries(outcome.fields))
      fields[path.split(".")[0] ?? path] ??= message;
    return { isValid: false, fields };
  }
  const { sentence, timeZone, occurrences } = outcome.preview;
  const thisYear = String(now.getUTCFullYear());
  const slots = occurrences.map(({ key, slotAt, clockChange }) => ({
    key,
    date: formatDate(key, key.startsWith(thisYear) ? "short" : "medium"),
    time: formatTime(slotAt, timeZone),
    mark: clockChange,
  }));
  return { isValid: true, sentence, slots };
}
