import { expect, test as strangers } from "@playwright/test";
import { findPages } from "./find-pages.ts";
import { test } from "./signed-in.ts";

/** Collects what the policy refuses, from the first byte of every document on. */
function collectViolations(): void {
  const told: string[] = [];
  Object.assign(window, { violations: told });
  document.addEventListener(
    "securitypolicyviolation",
    ({ effectiveDirective, blockedURI, sample, target }) => {
      const where = target instanceof Element ? target.outerHTML.slice(0, 200) : "";
      told.push(`${effectiveDirective} ${blockedURI} ${sample} ${where}`);
    },
  );
}

test("no page asks for more than its policy allows, and each has a nonce of its own", async ({ page }) => {
  test.setTimeout(120_000);
  await page.addInitScript(collectViolations);
  const nonces = new Set<string>();
  const addresses = await findPages(page);
  for (const address of addresses) {
    const response = await page.goto(address);
    await page.locator("main h1").first().waitFor();
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy, address).toMatch(
      /^default-src 'none'; script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic';/,
    );
    expect(policy.replace("style-src-attr 'unsafe-inline'", ""), address).not.toContain("unsafe");
    nonces.add(/nonce-[^']+/.exec(policy)?.[0] ?? "");
    expect.soft(await page.evaluate("window.violations"), address).toEqual([]);
  }
  expect(nonces.size).toBe(addresses.length);
});

strangers(
  "an answer that is no page lets nothing run, and every one carries the static defences",
  async ({ request }) => {
    const page = await (await request.get("/sign-in")).text();
    const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(page)?.[1] ?? "";
    for (const address of [
      script,
      "/_next/static/none.js",
      "/api/health",

      "/projects/%2f",
      "/nowhere",
      "/icon.svg",
    ]) {
      const headers = (await request.fetch(address, { maxRedirects: 0 })).headers();
      expect(headers, address).toMatchObject({
        "content-security-policy": expect.stringMatching(
          /^default-src 'none'; (?:base-uri 'none'|script-src [^;]*'nonce-)/,
        ),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
      });
    }
  },
);
