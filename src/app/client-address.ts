import { env } from "#platform/env.ts";
import { PEER_HEADER } from "#platform/peer-header.ts";
import { isWithin, type Network, parseAddress } from "#platform/trusted-proxies.ts";

/** More hops than anybody has; a longer list is made up. */
const MOST_HOPS = 20;

/**
 * The network address that a request came from; null when it is not known. A client may write what it likes into X-Forwarded-For, and
 * each proxy adds at the right end whom it heard from: so the list is read from there, for as long as those who wrote it are ours.
 */
export function clientAddress(
  headers: Pick<Headers, "get">,
  trusted: readonly Network[] = env().TRUSTED_PROXIES,
): string | null {
  let known = parseAddress(headers.get(PEER_HEADER) ?? "");
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").slice(-MOST_HOPS);
  while (known && isWithin(known, trusted)) {
    const before = parseAddress(hops.pop() ?? "");
    if (!before) break;
    known = before;
  }
  return known?.toString() ?? null;
}
