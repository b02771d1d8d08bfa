import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { test } from "./signed-in.ts";
import { startSeries } from "./start-series.ts";

const TITLE = "Ferries on a budget";
/** Of the maintained list, so that its calls have a price. */
const MODEL = "gpt-5.4";

/** A series that a language model writes, with something to write from. */
async function startModelSeries(page: Page): Promise<string> {
  const project = await startSeries(page, TITLE);
  await page.getByLabel("Files to add").setInputFiles([
    {
      name: "product-review.vtt",
      mimeType: "text/vtt",
      buffer: readFileSync("prisma/demo/sources/product-review.vtt"),
    },
  ]);
  await expect(page.getByRole("table")).toContainText(/passages/);
  await page.goto("/settings/models");
  await page.getByLabel("For", { exact: true }).selectOption({ label: TITLE });
  await page.getByLabel("Provider", { exact: true }).selectOption({ label: "OpenAI" });
  await page.getByLabel("Model", { exact: true }).fill(MODEL);
  await page.getByRole("button", { name: "Choose this model" }).click();
  await expect(page.getByText("Chosen. It counts from the next call on.")).toBeVisible();
  await page.goto(`${project}/settings`);
  await page.getByRole("radio", { name: /^A language model/ }).check();
  await page.getByRole("button", { name: "Save writer" }).click();
  await expect(page.getByText("Saved. The next episode is written by this writer.")).toBeVisible();
  return project;
}

/** Types a ceiling for the series, looks at what it would have held, and sets it. */
async function setCeiling(page: Page, ceiling: string, button: string): Promise<void> {
  await page.getByLabel("At most").fill(ceiling);
  await page.getByLabel("For", { exact: true }).selectOption({ label: "a day" });
  await page.getByLabel("Of", { exact: true }).selectOption({ label: TITLE });
  await page.getByRole("button", { name: "See what it would have held" }).click();
  await expect(page.getByRole("heading", { name: new RegExp(`a day for ${TITLE}`) })).toBeVisible();
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByText("Saved. It counts from now on")).toBeVisible();
}

test("a ceiling holds a run, the home page says why, and once it is raised the run finishes and is in the chart", async ({
  page,
}) => {
  const project = await startModelSeries(page);

  await test.step("an amount that could be two is asked about, and what was typed is kept", async () => {
    await page.goto("/usage/budgets");
    await page.getByLabel("At most").fill("1,200");
    await page.getByRole("button", { name: "See what it would have held" }).click();
    await expect(page.getByText("“1,200” could be 1200 or 1.20 dollars.")).toBeVisible();
    await expect(page.getByLabel("At most")).toHaveValue("1,200");
  });

  await test.step("an admin sets a ceiling that is too low for an episode", async () => {
    await setCeiling(page, "$0.0001", "Set the ceiling");
    await expect(page.getByRole("list", { name: "Ceilings" })).toContainText(`${TITLE}, day`);
  });

  const run = await test.step("the run is held before a cent is spent", async () => {
    await page.goto(project);
    await page.getByRole("button", { name: "Write now" }).click();
    await expect(page).toHaveURL(/\/runs\//);
    await expect(page.getByText("Held", { exact: true }).first()).toBeVisible({ timeout: 20_000 });
    return page.url();
  });

  await test.step("the home page says which ceiling holds it, and why", async () => {
    await page.goto("/");
    const needs = page.locator("section").filter({ has: page.getByRole("heading", { name: "Needs you" }) });
    await expect(needs).toContainText(`The ceiling of ${TITLE} for today holds a run`);
    await expect(needs).toContainText("has no room");
    await needs.getByRole("link", { name: "Raise it" }).first().click();
    await expect(page).toHaveURL(/\/usage\/budgets\?/);
    await expect(page.getByRole("list", { name: "Held now" })).toContainText(TITLE);
  });

  await test.step("the ceiling is raised, and the run finishes by itself", async () => {
    await setCeiling(page, "5.00", "Change the ceiling");
    await page.goto(run);
    await expect(page.getByText(/^Published \d/)).toBeVisible({ timeout: 40_000 });
    await page.goto("/");
    await expect(page.getByText(`The ceiling of ${TITLE} for today`)).toHaveCount(0);
  });

  await test.step("what it cost stands in the chart, and at the ceiling", async () => {
    await page.goto("/usage");
    await page.getByRole("link", { name: TITLE, exact: true }).click();
    await expect(page.getByText(`${TITLE} alone.`)).toBeVisible();
    await page.getByRole("slider").first().focus();
    await expect(page.getByRole("slider").first()).toHaveAttribute("aria-valuetext", /\$0\.0*[1-9]/);
    await expect(page.getByRole("list", { name: "Ceilings" })).toContainText(/\$0\.0*[1-9]\d* of \$5\.00/);
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a ceiling is previewed, set and removed all the same", async ({ page }) => {
    await page.goto("/usage/budgets");
    await page.getByLabel("At most").fill("1,000,000.00");
    await page.getByLabel("Only tell").check();
    await page.getByRole("button", { name: "See what it would have held" }).click();
    await expect(
      page.getByRole("heading", { name: "$1,000,000.00 a month for the whole organisation, soft" }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Set the ceiling" }).click();
    await page.getByRole("link", { name: "Organisation, month" }).click();
    await page.getByRole("button", { name: "Remove this ceiling" }).click();
    await expect(page.getByText("Removed.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Organisation, month" })).toHaveCount(0);
  });
});
