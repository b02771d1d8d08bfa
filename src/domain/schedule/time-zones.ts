import { offsetAt } from "./internal/zone-time.ts";

/** ICU keeps these zones under names that the IANA database gave up; people look for the present ones. */
const PRESENT_NAMES: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/**
 * The name under which a zone is kept: any case and any link name of the IANA database is understood ("europe/berlin",
 * "US/Eastern"). Undefined when the zone is unknown. A bare offset is no zone, because it knows no clock changes.
 */
export function findTimeZone(name: string): string | undefined {
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions();
    return PRESENT_NAMES[timeZone] ?? timeZone;
  } catch {
    return undefined;
  }
}

/** The name people give a zone: "Berlin", "New York", "UTC". */
export function cityOf(timeZone: string): string {
  if (timeZone.startsWith("Etc/GMT")) {
    // POSIX counts the hours that UTC is ahead, people the other way round.
    return timeZone.replace("Etc/GMT", "UTC").replace(/[+-]/, (sign) => (sign === "+" ? "−" : "+"));
  }
  return timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

export interface TimeZoneChoice {
  timeZone: string;
  city: string;
  /** Minutes ahead of UTC at the given time. */
  offsetMinutes: number;
  /** "UTC+5:45" */
  offsetName: string;
}

/** Every zone that this runtime knows with its offset at a moment, from west to east: what a person chooses from. */
export function timeZoneChoices(at: Date): TimeZoneChoice[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC")]
    .map((name) => {
      const timeZone = PRESENT_NAMES[name] ?? name;
      const offsetMinutes = offsetAt(timeZone, at.getTime()) / 60_000;
      return { timeZone, city: cityOf(timeZone), offsetMinutes, offsetName: offsetName(offsetMinutes) };
    })
    .sort((a, b) => a.offsetMinutes - b.offsetMinutes || a.city.localeCompare(b.city));
}

function offsetName(minutes: number): string {
  if (minutes === 0) return "UTC";
  const whole = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? "−" : "+"}${whole}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}
