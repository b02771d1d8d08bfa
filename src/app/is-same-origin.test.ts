import { expect, it } from "vitest";
import { isSameOrigin } from "./is-same-origin.ts";

function ask(headers: Record<string, string>): boolean {
  return isSameOrigin(new Request("http://episodic.test/x", { method: "POST", headers }));
}

it("believes what the browser says of where a request comes from", () => {
  expect(ask({ "sec-fetch-site": "same-origin" })).toBe(true);
  for (const site of ["cross-site", "same-site", "none"]) expect(ask({ "sec-fetch-site": site })).toBe(false);
});

it("compares hosts where the browser says nothing, and refuses what names no origin", () => {
  expect(ask({ origin: "http://episodic.test", host: "episodic.test" })).toBe(true);
  expect(ask({ origin: "http://evil.test", host: "episodic.test" })).toBe(false);
  expect(ask({ origin: "null", host: "episodic.test" })).toBe(false);
  expect(ask({ host: "episodic.test" })).toBe(false);
});
