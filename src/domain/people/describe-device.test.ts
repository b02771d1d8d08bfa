import { expect, it } from "vitest";
import { describeDevice } from "./describe-device.ts";
import { describePlace } from "./describe-place.ts";

it.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:135.0) Gecko/20100101 Firefox/135.0", "Firefox on Windows"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Safari/605.1.15",
    "Safari on macOS",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1",
    "Safari on iPhone",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/132.0.0.0 Safari/537.36 Edg/132.0.0.0",
    "Edge on Windows",
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/132.0.0.0 Safari/537.36",
    "Chrome on Linux",
  ],
  ["curl/8.5.0", "Unknown browser"],
  ["<script>alert(1)</script>", "Unknown browser"],
  ["", "Unknown browser"],
  [null, "Unknown browser"],
])("%j is said as %j", (userAgent, words) => {
  expect(describeDevice(userAgent)).toBe(words);
});

it("says the same of a browser and its next version", () => {
  const chrome = (version: number) =>
    `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
  expect(describeDevice(chrome(131))).toBe(describeDevice(chrome(132)));
});

it.each([
  ["193.99.144.80", "Germany"],
  ["::ffff:193.99.144.80", "Germany"],
  ["8.8.8.8", "United States"],
  ["127.0.0.1", "This machine"],
  ["::1", "This machine"],
  ["10.1.2.3", "A private network"],
  ["192.168.0.7", "A private network"],
  ["100.64.1.1", "A private network"],
  ["fd00::1", "A private network"],
  ["fe80::1", "A private network"],
  ["2001:4860:4860::8888", "Place unknown"],
  ["203.0.113.9", "Place unknown"],
  ["0.0.0.0", "Place unknown"],
  ["not an address", "Place unknown"],
  [null, "Place unknown"],
])("%j is in %j", (address, words) => {
  expect(describePlace(address)).toBe(words);
});
