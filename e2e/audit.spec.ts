import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { test } from "./signed-in.ts";

test("the audit log tells who did what, is filtered by its address, verified and exported", async ({
  page,
}) => {
  await page.goto("/audit");
  const rows = page.getByRole("list", { name: "Changes, the newest first" }).getByRole("listitem");
  const setUp = rows.filter({ hasText: "set the organisation up" }).first();
  await expect(setUp).toBeVisible();
  await expect(setUp.locator("time").first()).toHaveAttribute("title", /\d\d:\d\d:\d\d \w+/);
  await expect(setUp).toContainText("Chrome on Linux");
  await expect(setUp).toContainText(/127\.0\.0\.1|::1/);

  await page.getByLabel("What").selectOption("organization.set-up");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page).toHaveURL(/action=organization\.set-up/);
  await expect(rows.first()).toContainText("set the organisation up");
  await expect(rows.filter({ hasNotText: "set the organisation up" })).toHaveCount(0);

  await page.getByLabel("Target").fill("no such thing");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page.getByText("No row fits")).toBeVisible();
  await page.getByRole("link", { name: "Show the whole log" }).click();
  await expect(rows.nth(1)).toBeVisible();

  await page.getByRole("button", { name: "Verify the chain" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: /All \d+ rows are as they were written/ }),
  ).toBeVisible();

  for (const [button, beginning] of [
    ["Export as CSV", /^number,at,who_kind/],
    ["Export as JSON Lines", /^\{"number":\d+,/],
  ] as const) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: button }).click();
    const text = await readFile(await (await download).path(), "utf8");
    expect(text).toMatch(beginning);
    expect(text).toContain("organization.set-up");
  }
  await page.reload();
  await expect(rows.first()).toContainText("exported the audit log");
});

test("an address that asks for what can't be shows the log and says what it left out", async ({ page }) => {
  await page.goto("/audit?action=nothing.such&from=yesterday&who=somebody&before=x&target=a&target=b");
  await expect(page.getByText(/it was left out: who, action, target, from\./)).toBeVisible();
  await expect(
    page.getByRole("list", { name: "Changes, the newest first" }).getByRole("listitem").first(),
  ).toBeVisible();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the chain is verified and the log filtered", async ({ page }) => {
    await page.goto("/audit");
    await page.getByLabel("Who").selectOption("system");
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await expect(page).toHaveURL(/who=system/);
    await page.getByRole("button", { name: "Verify the chain" }).click();
    await expect(page.getByText(/rows are as they were written/)).toBeVisible();
  });
});
