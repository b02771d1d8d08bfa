import { z } from "zod";

/** What an organization is called: one line that says something. */
export const OrganizationName = z
  .string("Please give the organisation's name.")
  .trim()
  .min(1, "Please give the organisation's name.")
  .max(120, "120 characters at most, please.")
  .refine(
    (name) => name.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name),
    "The name must fit on one line, without control characters.",
  );

/** The IANA zone in which days of usage are counted. */
export const ReportingZone = z
  .string()
  .refine(isTimeZone, "Please choose a time zone, such as Europe/Berlin.");

function isTimeZone(zone: string): boolean {
  if (!/^[a-z]/i.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
