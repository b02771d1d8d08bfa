import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { test } from "./signed-in.ts";

/** Written by the built-in writer when the system was first started. */
const DEMO = /^(Learn Episodic in ten mornings|What we decided, and why)$/;

test("what was used is followed from its sums down to one call, and taken away as a file", async ({
  page,
}) => {
  await test.step("the overview leads to a project, and its purposes to their calls", async () => {
    await page.goto("/usage?measure=tokens");
    await page
      .getByRole("region", { name: "Usage by project" })
      .getByRole("link", { name: DEMO })
      .first()
      .click();
    await expect(page.getByText("alone.")).toBeVisible();
    await page.getByRole("slider", { name: "Tokens a day" }).focus();
    await page.keyboard.press("Home");
    await expect(page.getByRole("slider", { name: "Tokens a day" })).toHaveAttribute(
      "aria-valuetext",
      /0 tokens/,
    );
    const writing = page.getByRole("link", { name: /^\d+ calls?, Writing$/ });
    const count = Number.parseInt((await writing.getAttribute("aria-label")) ?? "", 10);
    await writing.click();
    await expect(page).toHaveURL(/\/usage\/calls\?.*purpose=episode\.write/);
    await expect(page.getByLabel("Purpose")).toHaveValue("episode.write");
    await expect(page.getByRole("region", { name: /^Calls/ }).locator("tbody tr")).toHaveCount(count);
  });

  await test.step("the file has the calls that are shown", async () => {
    const shown = await page
      .getByRole("region", { name: /^Calls/ })
      .locator("tbody tr")
      .count();
    const arriving = page.waitForEvent("download");
    await page.getByRole("link", { name: "These calls as CSV" }).click();
    const file = await arriving;
    expect(file.suggestedFilename()).toMatch(/^calls-\d{4}-\d{2}-\d{2}-\d{4}-\d{2}-\d{2}\.csv$/);
    const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
    expect(lines[0]).toContain("uncached_input_tokens");
    expect(lines).toHaveLength(shown + 1);
    const json = await page.getByRole("link", { name: "These calls as JSON" }).getAttribute("href");
    const rows = await (await page.request.get(json ?? "")).json();
    expect(rows).toHaveLength(shown);
    expect(rows[0]).toMatchObject({ purpose: "episode.write", cost_usd: "0.00", settlement: "EXACT" });
  });

  await test.step("a call says what it used and how its cost comes about", async () => {
    await page
      .getByRole("region", { name: /^Calls/ })
      .locator("tbody a")
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 2, name: /^Writing/ })).toBeVisible();
    const sum = page.getByRole("region", { name: "Buckets, prices and their sum" });
    await expect(sum.getByRole("row")).toHaveCount(6);
    await expect(sum.getByRole("row", { name: /^Together [1-9][\d,]* \$0\.00$/ })).toBeVisible();
    await expect(page.getByText("Exact: these are the tokens")).toBeVisible();
    await page.getByRole("link", { name: "all its calls" }).click();
    await expect(page.getByText("Only the calls of one run.")).toBeVisible();
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("own dates and filters are forms, kept in the address", async ({ page }) => {
    await page.goto("/usage/calls?settled=exact");
    await page.getByText("Other dates").click();
    await page.getByLabel("From").fill("2020-01-01");
    await page.getByLabel("Until").fill("2020-02-01");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/settled=exact&from=2020-01-01&until=2020-02-01/);
    await expect(page.getByText("No call fits")).toBeVisible();
    await page.goto("/usage/calls");
    await page.locator("summary", { hasText: "Filter" }).click();
    await page.getByLabel("Purpose").selectOption("episode.check");
    await page.getByRole("button", { name: "Filter" }).click();
    await expect(page).toHaveURL(/period=30&.*purpose=episode\.check/);
    await expect(page.getByRole("cell", { name: /^Checking/ }).first()).toBeVisible();
  });
});

test("what is not there is not found, and a file of what can't be is refused", async ({ page }) => {
  const missing = "0190a6f0-0000-7000-8000-000000000000";
  expect((await page.goto(`/usage/calls/${missing}`))?.status()).toBe(404);
  expect((await page.request.get("/usage/export?from=2026-02-30")).status()).toBe(400);
  expect((await page.request.get("/usage/export?project=x")).status()).toBe(400);
  const days = await page.request.get(`/usage/export?what=days&project=${missing}&format=json`);
  expect(await days.json()).toEqual([]);
});
