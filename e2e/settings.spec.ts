import { expect } from "@playwright/test";
import { test } from "./signed-in.ts";
import { startSeries } from "./start-series.ts";

test("a project goes only by its name, and its pages with it", async ({ page }) => {
  const project = await startSeries(page, "A short life");
  await page.goto(`${project}/settings`);
  await page.getByRole("button", { name: "Remove project…" }).click();
  const question = page.getByRole("dialog", { name: "Remove this project?" });
  await question.getByRole("textbox").fill("a short life");
  await question.getByRole("button", { name: "Remove it" }).click();
  await expect(question.getByRole("alert")).toContainText("That is not the name of the project.");
  await expect(question.getByRole("textbox")).toHaveValue("a short life");

  await question.getByRole("textbox").fill("A short life");
  await question.getByRole("button", { name: "Remove it" }).click();
  await expect(page).toHaveURL(/\/projects$/);
  await expect(page.getByRole("link", { name: "A short life" })).toHaveCount(0);
  expect((await page.goto(project))?.status()).toBe(404);
});

test("of two who change the settings, the second is told and keeps what was typed", async ({
  page,
  context,
}) => {
  const project = await startSeries(page, "Shared settings");
  const other = await context.newPage();
  await page.goto(`${project}/settings`);
  await other.goto(`${project}/settings`);
  await page.getByLabel("Minutes to read").fill("9");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Saved. The next episode is written by these settings.")).toBeVisible();

  await other.getByLabel("For whom").fill("Stewards");
  await other.getByRole("button", { name: "Save settings" }).click();
  await expect(
    other.getByRole("alert").filter({ hasText: "Somebody else changed these settings" }),
  ).toBeVisible();
  await expect(other.getByLabel("For whom")).toHaveValue("Stewards");
  await other.getByRole("link", { name: "Load what is saved now" }).click();
  await expect(other.getByLabel("Minutes to read")).toHaveValue("9");
});
