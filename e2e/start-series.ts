import { expect, type Page } from "@playwright/test";

/** Starts a series by the form, with the cadence as it is proposed; the page is then that of its sources. */
export async function startSeries(page: Page, title: string): Promise<string> {
  await page.goto("/projects/new");
  await page.getByLabel("Name").fill(title);
  await page.getByLabel("Goal").fill("Know what the review decided about the ticketing app, and why.");
  await page.getByRole("button", { name: "Start the series" }).click();
  await expect(page).toHaveURL(/\/sources\?new/);
  return page.url().replace(/\/sources.*/, "");
}
