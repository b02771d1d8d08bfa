import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;
/** A network: its first address and how many leading bits count. */
export type Network = [Address, number];

/**
 * Reads a list of addresses and networks (`10.0.0.0/8, ::1`).
 *
 * @returns null when an entry is neither.
 */
export function parseNetworks(list: string): Network[] | null {
  const networks = list
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map(parseNetwork);
  return networks.includes(null) ? null : (networks as Network[]);
}

function parseNetwork(entry: string): Network | null {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
  const address = parseAddress(entry);
  return address && [address, address.kind() === "ipv4" ? 32 : 128];
}

/** An address as a connection or a header names it: alone, `1.2.3.4:5678` or `[::1]:80`. IPv4 inside IPv6 is unwrapped, a zone left out. */
export function parseAddress(given: string): Address | null {
  const text = given.trim().replace(/%\w+$/, "");
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const isWhole = ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare);
  return isWhole ? ipaddr.process(bare) : null;
}

/** True when one of the networks holds the address. */
export function isWithin(address: Address, networks: readonly Network[]): boolean {
  return networks.some(
    (network) => network[0].kind() === address.kind() && address.match(network as [ipaddr.IPv4, number]),
  );
}
