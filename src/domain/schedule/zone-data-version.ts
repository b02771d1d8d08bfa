/**
 * The version of the IANA time-zone data that this process computes slots by, such as "2026c". Later versions sort behind earlier
 * ones. Empty on a runtime that does not tell.
 */
export function zoneDataVersion(): string {
  return process.versions.tz ?? "";
}
