import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test as strangers } from "@playwright/test";
import { findPages, pagePatterns, patternOf } from "./find-pages.ts";
import { test } from "./signed-in.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const SCENES = [
  { name: "on a phone in the dark", viewport: { width: 360, height: 780 }, colorScheme: "dark" },
  { name: "on a desk in the light", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
] as const;

/** Shown to who is not signed in; `/sign-in/code` once a code was asked for. */
const FOR_STRANGERS = ["/sign-in", "/sign-in/code", "/sign-in/not-a-link"];
/** Need a scene of their own: second-factor.spec.ts judges the one; the other leads on to another service by itself. */
const ELSEWHERE = ["/sign-in/second-factor", "/sign-in/provider"];

async function judge(page: Page, address: string): Promise<void> {
  await page.goto(address);
  // What is judged is the page, not the bones that it shows while it loads.
  await page.locator("main h1").first().waitFor();
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(RULES)
    .analyze();
  const found = violations.map(({ id, nodes }) => `${address}: ${id}: ${nodes[0]?.html}`);
  expect.soft(found).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${address} scrolls sideways`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

for (const { name, ...look } of SCENES) {
  test.describe(name, () => {
    test.use(look);

    test("no page has an accessibility violation or is wider than the screen", async ({ page, context }) => {
      test.setTimeout(240_000);
      const addresses = await findPages(page);
      // Two at a time: while one page loads, the other is judged.
      const pages = [page, await context.newPage()];
      await Promise.all(
        pages.map(async (each) => {
          for (let next = addresses.shift(); next !== undefined; next = addresses.shift())
            await judge(each, next);
        }),
      );
    });
  });

  strangers.describe(name, () => {
    strangers.use(look);

    strangers("nor has one that is there for who is not signed in", async ({ page }) => {
      await page.goto("/sign-in");
      await page.getByLabel("E-mail address").first().fill("nobody@example.test");
      await page.getByRole("button", { name: "Continue with e-mail" }).click();
      await expect(page).toHaveURL(/\/sign-in\/code/);
      for (const address of FOR_STRANGERS) await judge(page, address);
    });
  });
}

test("no page escapes that judgement", async ({ page }) => {
  const patterns = pagePatterns();
  const judged = [...(await findPages(page)), ...FOR_STRANGERS, ...ELSEWHERE].map((address) =>
    patternOf(address, patterns),
  );
  expect(patterns.filter((pattern) => !judged.includes(pattern))).toEqual([]);
});

test("what is not there, and what is not ours, is not found", async ({ page }) => {
  const missing = "0190a6f0-0000-7000-8000-000000000000";
  for (const address of [
    `/projects/${missing}`,
    `/projects/${missing}/cadence`,
    `/read/${missing}`,
    "/projects/x",
  ]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  }
});

strangers("nobody sees a page before signing in", async ({ page }) => {
  for (const address of ["/", "/projects", "/queue", "/usage", "/account", "/welcome", "/read/x"]) {
    await page.goto(address);
    await expect(page).toHaveURL(/\/sign-in$/);
  }
});
