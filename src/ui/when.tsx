import { formatInstant } from "./format/format-instant.ts";
import { formatRelative } from "./format/format-relative.ts";

interface WhenProps {
  at: Date;
  zone: string;
  /** Given, the text is relative to it; the exact instant is the title either way. */
  now?: Date;
}

/** An instant for people: relative or by the clock of its zone, with the exact one on hover. */
export function When({ at, zone, now }: WhenProps) {
  return (
    <time dateTime={at.toISOString()} title={formatInstant(at, zone, "exact")}>
      {now ? formatRelative(at, now) : formatInstant(at, zone)}
    </time>
  );
}
