import { describe, expect, it, test } from "vitest";
import { parseNetworks } from "#platform/trusted-proxies.ts";
import { clientAddress } from "./client-address.ts";

const PROXIES = parseNetworks("10.0.0.0/8, 127.0.0.1, ::1, 2001:db8:ff::/48") ?? [];

function addressOf(peer: string, forwardedFor?: string, proxies = PROXIES): string | null {
  const headers = new Headers({ "x-episodic-peer": peer });
  if (forwardedFor !== undefined) headers.set("x-forwarded-for", forwardedFor);
  return clientAddress(headers, proxies);
}

describe("clientAddress", () => {
  it("is the peer when no proxy is configured, whatever the client writes", () => {
    expect(addressOf("203.0.113.7", "198.51.100.1", [])).toBe("203.0.113.7");
    expect(addressOf("127.0.0.1", "198.51.100.1", [])).toBe("127.0.0.1");
  });

  it("is the peer when that is not one of the proxies", () => {
    expect(addressOf("203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
  });

  test.each([
    ["one proxy", "10.1.2.3", "198.51.100.1", "198.51.100.1"],
    ["two proxies", "127.0.0.1", "198.51.100.1, 10.9.9.9", "198.51.100.1"],
    ["what the client wrote before", "10.1.2.3", "127.0.0.1, 1.1.1.1, 198.51.100.1", "198.51.100.1"],
    ["the client pretending to be a proxy", "10.1.2.3", "10.0.0.1, 198.51.100.1", "198.51.100.1"],
    ["proxies alone", "127.0.0.1", "10.0.0.1, 10.0.0.2", "10.0.0.1"],
    ["IPv6", "::1", "2001:db8::7, 2001:db8:ff::1", "2001:db8::7"],
    ["IPv4 inside IPv6", "::ffff:127.0.0.1", "::ffff:198.51.100.1", "198.51.100.1"],
    ["ports", "10.1.2.3", "198.51.100.1:4711", "198.51.100.1"],
    ["brackets and ports", "10.1.2.3", "[2001:db8::7]:4711", "2001:db8::7"],
    ["a zone, which means something on one machine only", "10.1.2.3", "fe80::1%eth0", "fe80::1"],
    ["several ways to write an address", "10.1.2.3", "2001:DB8:0:0::0007", "2001:db8::7"],
  ])("reads the list from its right end: %s", (_, peer, list, address) => {
    expect(addressOf(peer, list)).toBe(address);
  });

  test.each([
    "",
    " ",
    "unknown",
    "_hidden",
    "evil",
    "198.51.100.1, ",
    "0x7f.1",
    "2130706433",
    "1.2.3",
    "<b>",
  ])("stops at a hop that is no address: %j", (list) => {
    expect(addressOf("10.1.2.3", list)).toBe("10.1.2.3");
  });

  it("reads no longer list than anybody has", () => {
    expect(addressOf("10.1.2.3", `198.51.100.1${", 10.0.0.1".repeat(100)}`)).toBe("10.0.0.1");
  });

  it("is null when the connection has no address", () => {
    expect(addressOf("", "198.51.100.1")).toBeNull();
    expect(clientAddress(new Headers(), PROXIES)).toBeNull();
  });
});

describe("parseNetworks", () => {
  it("refuses a list with an entry that is neither address nor network", () => {
    for (const list of ["localhost", "10.0.0.0/33", "10.0.0.1, x", "10.0.0.0/8 ::1"])
      expect(parseNetworks(list)).toBeNull();
    expect(parseNetworks(" ")).toEqual([]);
  });
});
