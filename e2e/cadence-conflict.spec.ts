import { expect } from "@playwright/test";
import { test } from "./signed-in.ts";
import { startSeries } from "./start-series.ts";

test("of two browsers that edit one cadence, the second is told what the first saved and loses nothing", async ({
  page,
  browser,
}) => {
  const project = await startSeries(page, "Two editors");
  const elsewhere = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await elsewhere.newPage();
  await page.goto(`${project}/cadence`);
  await other.goto(`${project}/cadence`);

  await page.getByLabel("Time", { exact: true }).fill("06:10");
  await page.getByRole("button", { name: "Save cadence" }).click();
  await expect(page.getByText("Saved. The next episode is due on")).toBeVisible();

  await other.getByLabel("Time", { exact: true }).fill("09:50");
  await other.getByRole("button", { name: "Save cadence" }).click();
  const alert = other.getByRole("alert").filter({ hasText: "changed while you were editing" });
  await expect(alert).toContainText("at 06:10");
  await expect(other.getByLabel("Time", { exact: true })).toHaveValue("09:50");

  await alert.getByRole("link", { name: "Load what is saved now" }).click();
  await expect(other.getByLabel("Time", { exact: true })).toHaveValue("06:10");
  await other.getByLabel("Time", { exact: true }).fill("09:50");
  await other.getByRole("button", { name: "Save cadence" }).click();
  await expect(other.getByText("Saved. The next episode is due on")).toBeVisible();
  await elsewhere.close();
});
