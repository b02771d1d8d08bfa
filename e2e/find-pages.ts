import type { Page } from "@playwright/test";

/** Every page, found by the links that people have. */
export async function findPages(page: Page): Promise<string[]> {
  await page.goto("/");
  const episode = await page.locator('a[href^="/read/"]').first().getAttribute("href");
  await page.goto("/queue?view=past");
  const run = await page.locator('a[href*="/runs/"]').first().getAttribute("href");
  const project = run?.replace(/\/runs\/.*/, "") ?? "";
  await page.goto(`${project}/sources`);
  const source = await page.locator('table a[href*="/sources/"]').first().getAttribute("href");
  await page.goto("/members");
  const member = await page.locator('table a[href^="/members/"]').first().getAttribute("href");
  const parts = ["", "/episodes", "/sources", "/cadence", "/settings"].map((part) => project + part);
  return [
    ...["/", "/projects", "/projects/new", "/queue", "/queue?view=past", "/usage", "/account", "/welcome"],
    ...parts,
    ...["/members", "/settings", "/organizations", "/account/data", "/invitation/not-a-link"],
    ...[run, source, episode, member].filter((address) => address !== null),
    ...["/sign-in/not-a-link", "/projects/not-a-project", "/read/not-an-episode"],
  ];
}
