/** Writes a local date (`2026-11-20`), which has no zone: `Fri 20 Nov`, or long, `Friday 20 November 2026`. */
export function formatDate(date: string, style: "short" | "medium" | "long" = "short"): string {
  const width = style === "long" ? "long" : "short";
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    weekday: width,
    day: "numeric",
    month: width,
    year: "numeric",
  });
  const parts = Object.fromEntries(
    format.formatToParts(new Date(`${date}T00:00:00Z`)).map((part) => [part.type, part.value]),
  );
  const day = `${parts.weekday} ${parts.day} ${parts.month}`;
  return style === "short" ? day : `${day} ${parts.year}`;
}

/** The day and month of a local date without its weekday: `20 Nov`. */
export function formatDay(date: string): string {
  return formatDate(date).split(" ").slice(1).join(" ");
}
