const STAMP = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?`;
const TIMING = new RegExp(`^\\s*${STAMP}\\s*-{1,2}>\\s*${STAMP}(?:\\s+(.*))?$`);

/**
 * The start and end of a cue in milliseconds, read more generously than WebVTT and SRT allow, because exporters differ:
 * comma or point, hours left out, one-digit parts, "->". Null for any other line and for minutes or seconds above 59.
 */
export function parseTiming(line: string): { startMs: number; endMs: number } | null {
  const match = TIMING.exec(line);
  if (match === null) return null;
  const startMs = toMilliseconds(match.slice(1, 5));
  const endMs = toMilliseconds(match.slice(5, 9));
  return startMs === null || endMs === null ? null : { startMs, endMs };
}

/** True for a line that gives the times of a cue. */
export function isTimingLine(line: string): boolean {
  return parseTiming(line) !== null;
}

/** True for a line that was meant to give the times of a cue but cannot be read: broken off or damaged. */
export function isBrokenTiming(line: string): boolean {
  return /^\s*\d{1,4}:\d{1,2}\S*\s*-{1,2}(?:>|$)/.test(line) && !isTimingLine(line);
}

/** The timing as WebVTT writes it, without cue settings: they only say where on a screen the words stand. */
export function formatTiming({ startMs, endMs }: { startMs: number; endMs: number }): string {
  return `${formatStamp(startMs)} --> ${formatStamp(endMs)}`;
}

/** "1:02:03.004", as WebVTT writes an instant of a recording. */
function formatStamp(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const rest = String(ms % 1000).padStart(3, "0");
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${rest}`;
}

function toMilliseconds([hours = "0", minutes = "", seconds = "", fraction = "0"]: (string | undefined)[]):
  | number
  | null {
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  const ms = Number(fraction.padEnd(3, "0"));
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + ms;
}
