import ipaddr from "ipaddr.js";

const PREFIX_OF_ONE_SUBSCRIBER = 64;

/**
 * What a network address is counted by: an IPv4 address itself, of an IPv6 address the first 64 bits, since a subscriber has all that
 * follow (RFC 6177). One that is not known or not understood counts with all of its kind.
 */
export function networkOf(address: string | null): string {
  if (!address || !ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  const bits = parsed.toByteArray();
  const network = ipaddr.fromByteArray(bits.fill(0, PREFIX_OF_ONE_SUBSCRIBER / 8));
  return `${network.toString()}/${PREFIX_OF_ONE_SUBSCRIBER}`;
}
