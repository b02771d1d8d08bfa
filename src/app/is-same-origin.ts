import { env } from "#platform/env.ts";

/**
 * True when a request was sent by a page of ours: what changes something asks this (actions by `attempt`, route handlers themselves).
 * Browsers set `Sec-Fetch-Site` and `Origin` and let no script change them; what they say is held against the one configured address,
 * never against the host that the request names. A request that says neither is refused (OWASP, cross-site request forgery prevention).
 */
export function isSameOrigin(
  { headers }: { headers: Pick<Headers, "get"> },
  ours: string | undefined = env().ORIGIN,
): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (ours === undefined || (site === null && origin === null)) return false;
  return (site === null || site === "same-origin") && (origin === null || origin === new URL(ours).origin);
}
