const LONGEST = 2_000;
/** Letters, digits and a few marks: all that our own addresses are made of. No second slash, no escape, no `@`, no `:`. */
const OURS = /^(?:\/[\w.~-]+)*\/?(?:[?#]|$)/;
/** Browsers drop tabs and line breaks from an address and read a backslash as a slash (WHATWG URL, section 4.4). */
const TREACHEROUS = /[\p{Cc}\p{Zl}\p{Zp}\s\\]/u;

/**
 * Where to lead somebody who says where they want to go: a path of this site, with its query and fragment. Whatever else was given
 * leads to `otherwise`.
 */
export function safePath(given: unknown, otherwise = "/"): string {
  if (typeof given !== "string" || given.length > LONGEST) return otherwise;
  if (!given.startsWith("/") || !OURS.test(given) || TREACHEROUS.test(given)) return otherwise;
  const { pathname, search, hash } = new URL(given, "http://here.invalid");
  return `${pathname}${search}${hash}`;
}
