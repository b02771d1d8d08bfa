/**
 * True when the request was sent by a page of ours. Server actions are checked by Next.js; route handlers that change something
 * ask this. Browsers set `Sec-Fetch-Site` and let no script change it (Fetch Metadata, W3C).
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  return origin !== null && URL.parse(origin)?.host === request.headers.get("host");
}
