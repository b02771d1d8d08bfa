import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { test } from "./signed-in.ts";
import { startSeries } from "./start-series.ts";
import { tickNow } from "./tick-now.ts";

const MINUTE = 60_000;

/** A series whose next slot is some minutes away: within the lead time that is assumed of a project that has written nothing. */
async function startDueSeries(page: Page, title: string): Promise<void> {
  const project = await startSeries(page, title);
  await page.getByText("Paste text instead").click();
  await page.getByLabel("Text").fill(readFileSync("docs/guide/03-the-queue.md", "utf8"));
  await page.getByRole("button", { name: "Add this text" }).click();
  await expect(page.getByRole("table")).toContainText(/[1-9]\d* passages/);
  await page.goto(`${project}/cadence`);
  for (const day of ["Friday", "Saturday", "Sunday"]) {
    if (await page.getByRole("checkbox", { name: day }).isChecked()) continue;
    await page.getByRole("group", { name: "Weekdays" }).getByText(day.slice(0, 3)).click();
  }
  await page.getByLabel("Time", { exact: true }).fill(await clockOf(page, new Date(Date.now() + 5 * MINUTE)));
  await expect(page.getByText("Writing begins about 15 minutes before each slot")).toBeVisible();
  await page.getByRole("button", { name: "Save cadence" }).click();
  await expect(page.getByText("Saved. The next episode is due on")).toBeVisible();
}

/** As the clock shows it in the zone of the cadence. */
async function clockOf(page: Page, at: Date): Promise<string> {
  const timeZone = await page.locator("[name=timeZone]").inputValue();
  return new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone }).format(at);
}

test("a run is followed live without a reload, and its episode is written again from a phase", async ({
  page,
}) => {
  await startDueSeries(page, "Followed");
  await tickNow();
  await expect(async () => {
    await page.goto("/queue");
    await page
      .getByRole("row", { name: /Followed/ })
      .getByRole("link")
      .click({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });

  await test.step("what happens shows by itself, told by the stream", async () => {
    await expect(page.getByText(/^Ready for/)).toBeVisible({ timeout: 20_000 });
    const steps = page.getByRole("list", { name: "Steps of this run" }).getByRole("listitem");
    await expect(steps.filter({ hasText: "Write" }).first()).toContainText("tokens read");
  });

  await test.step("again from writing keeps what came before", async () => {
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    const gathered = await stepOf(page, "Gather").textContent();
    await page.getByText("Write it again from a phase").click();
    await expect(page.getByText("that is paid for again")).toBeVisible();
    await page.getByRole("radio", { name: /^Writing/ }).check();
    await page.getByRole("button", { name: "Throw that away and write again" }).click();
    await expect(page.getByText(/^(About to be written|Writing now)$/)).toBeVisible();
    await expect(page.getByText(/^Ready for/)).toBeVisible({ timeout: 20_000 });
    expect(await stepOf(page, "Gather").textContent()).toBe(gathered);
    expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  });

  await test.step("the stream is what tells, not a timer", async () => {
    const url = `${new URL(page.url()).pathname}/events`;
    const heard = await page.evaluate(
      (path) =>
        new Promise((resolve) => {
          const stream = new EventSource(path);
          stream.addEventListener("changed", () => resolve("changed"));
          stream.addEventListener("error", () => resolve("error"));
        }),
      url,
    );
    expect(heard).toBe("changed");
    await page.getByRole("button", { name: "Cancel", exact: true }).click();
    await expect(page.getByText("Cancelled", { exact: true })).toBeVisible();
  });
});

function stepOf(page: Page, name: string) {
  return page
    .getByRole("list", { name: "Steps of this run" })
    .getByRole("listitem")
    .filter({ hasText: name })
    .first();
}
