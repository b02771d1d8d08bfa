import { hasRawHtml, urlsIn } from "../check/urls-in.ts";
import { cleanWords } from "../steer/clean-words.ts";

/** A title, heading or dek on one line. No link belongs there: where an address or HTML is in it, its words alone are left. */
export function withoutAddresses(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const isPlain = urlsIn(line).length === 0 && !hasRawHtml(line) && !/:\/\/|www\./i.test(line);
  return isPlain ? line : cleanWords(line);
}
