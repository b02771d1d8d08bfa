import { describe, expect, it } from "vitest";
import { networkOf } from "./network-of.ts";

describe("the network that an address is counted by", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80::/64"],
  ])("%s counts as %s", (address, network) => expect(networkOf(address)).toBe(network));

  it.each([null, "", "nonsense", "192.0.2.7, 10.0.0.1", "a".repeat(5000)])(
    "%s counts with all that are not known",
    (address) => expect(networkOf(address)).toBe("unknown"),
  );
});
