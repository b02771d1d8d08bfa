import { expect, it, test } from "vitest";
import { isSameOrigin } from "./is-same-origin.ts";

const OURS = "https://episodic.test";

function ask(given: Record<string, string>, ours: string | undefined = OURS): boolean {
  return isSameOrigin({ headers: new Headers(given) }, ours);
}

it("believes what the browser says of where a request comes from", () => {
  expect(ask({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(ask({ "sec-fetch-site": "same-origin", origin: OURS })).toBe(true);
  for (const site of ["cross-site", "same-site", "none", "", "Same-Origin", "same-origin, cross-site"]) {
    expect(ask({ "sec-fetch-site": site })).toBe(false);
    expect(ask({ "sec-fetch-site": site, origin: OURS })).toBe(false);
  }
});

test.each([
  "https://evil.test",
  "http://episodic.test",
  "https://episodic.test:444",
  "https://episodic.test.evil.test",
  "https://evil.test/https://episodic.test",
  "https://episodic.test@evil.test",
  "https://sub.episodic.test",
  "null",
  "",
  "episodic.test",
  `${OURS}, https://evil.test`,
])("refuses the origin %j, also of a page that the browser calls the same as the host", (origin) => {
  expect(ask({ origin })).toBe(false);
  expect(ask({ origin, host: "evil.test", "sec-fetch-site": "same-origin" })).toBe(false);
});

it("asks the configured address and not the host that the request names", () => {
  expect(ask({ origin: OURS, host: "127.0.0.1:3000" })).toBe(true);
  expect(ask({ origin: "http://evil.test", host: "evil.test", "x-forwarded-host": "evil.test" })).toBe(false);
  expect(ask({ origin: "http://localhost:3000" }, "http://localhost:3000/")).toBe(true);
  expect(isSameOrigin({ headers: new Headers({ origin: OURS }) }, undefined)).toBe(false);
});

it("refuses what says nothing of where it comes from", () => {
  expect(ask({})).toBe(false);
  expect(ask({ host: "episodic.test", referer: `${OURS}/projects` })).toBe(false);
});
