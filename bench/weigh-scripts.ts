import { chromium } from "@playwright/test";
import { ensureChromium } from "../src/cli/test-run/ensure-chromium.ts";

/** Opens a page as a signed-in person with an empty cache, and weighs the scripts as they came over the wire. */
export async function weighScripts(
  signInLink: string,
  address: string,
): Promise<{ bytes: number; files: number }> {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ["--no-sandbox"] });
  try {
    const context = await browser.newContext();
    const entry = await context.newPage();
    await entry.goto(signInLink);
    await entry.getByRole("button").first().click();
    await entry.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    const state = await context.storageState();
    const reader = await (await browser.newContext({ storageState: state })).newPage();
    const sizes: Promise<number>[] = [];
    reader.on("requestfinished", (request) => {
      if (request.resourceType() !== "script") return;
      sizes.push(request.sizes().then((size) => size.responseBodySize));
    });
    await reader.goto(address, { waitUntil: "networkidle" });
    const weights = await Promise.all(sizes);
    return { bytes: weights.reduce((sum, weight) => sum + weight, 0), files: weights.length };
  } finally {
    await browser.close();
  }
}
