import { env } from "#platform/env.ts";

/** True where people reach us over https. */
export const isSecure = (): boolean => env().ORIGIN?.startsWith("https:") ?? false;

/** The name of a cookie of ours. Over https the browser itself keeps it to this host and path (`__Host-`, RFC 6265bis, section 4.1.3). */
export function ownCookie(what?: string): string {
  const name = what === undefined ? "episodic" : `episodic-${what}`;
  return isSecure() ? `__Host-${name}` : name;
}
