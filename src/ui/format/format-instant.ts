import { zoneCity } from "./zone-city.ts";

/** `short`: Fri 20 Nov, 07:30 Berlin. `long`: Friday 20 November 2026, 07:30 Berlin. `exact`: with seconds and the zone's id. */
export type InstantStyle = "short" | "long" | "exact";

/** Writes an instant as the clock of `zone` shows it. The zone is always named. */
export function formatInstant(at: Date, zone: string, style: InstantStyle = "short"): string {
  const long = style === "long";
  const parts = partsOf(at, zone, long ? "long" : "short");
  const date = `${parts.weekday} ${parts.day} ${parts.month}`;
  const time = `${parts.hour}:${parts.minute}`;
  if (style === "exact") return `${date} ${parts.year}, ${time}:${parts.second} ${zone}`;
  return `${date}${long ? ` ${parts.year}` : ""}, ${time} ${zoneCity(zone)}`;
}

/** The time of day alone, `07:30`, as the clock of `zone` shows it; with seconds where they matter. */
export function formatTime(at: Date, zone: string, seconds = false): string {
  const parts = partsOf(at, zone, "short");
  return `${parts.hour}:${parts.minute}${seconds ? `:${parts.second}` : ""}`;
}

function partsOf(at: Date, zone: string, width: "short" | "long"): Record<string, string> {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: width,
    day: "numeric",
    month: width,
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}
