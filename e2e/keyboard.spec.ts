import { expect, type Page } from "@playwright/test";
import { test } from "./signed-in.ts";

/** Keys are heard once the page's script has run, and the page says so. */
async function untilKeysAreHeard(page: Page): Promise<void> {
  await page.locator("[aria-keyshortcuts]").waitFor();
}

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await untilKeysAreHeard(page);
});

test("g and a letter go places, but not while somebody types", async ({ page }) => {
  for (const [letter, address] of [
    ["p", "/projects"],
    ["n", "/notes"],
    ["q", "/queue"],
    ["u", "/usage"],
    ["m", "/members"],
    ["s", "/settings"],
    ["l", "/audit"],
    ["o", "/organizations"],
    ["a", "/account"],
    ["h", "/"],
  ] as const) {
    await page.keyboard.press("g");
    await page.keyboard.press(letter);
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await untilKeysAreHeard(page);
  }
  await page.goto("/projects/new");
  await page.getByLabel("Name").pressSequentially("gp?");
  await expect(page.getByLabel("Name")).toHaveValue("gp?");
  await expect(page).toHaveURL(/\/projects\/new$/);
});

test("the command menu finds a project by its name and opens it", async ({ page }) => {
  await page.keyboard.press("Control+k");
  const menu = page.getByRole("dialog", { name: "Search and commands" });
  await expect(menu.getByRole("option", { name: /Learn Episodic/ }).first()).toBeVisible();
  await page.keyboard.type("what we decided");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/projects\/[\w-]+$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What we decided, and why");
});

test("the list of shortcuts takes the focus and gives it back", async ({ page }) => {
  await page.getByRole("link", { name: "Queue" }).first().focus();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("link", { name: "Queue" }).first()).toBeFocused();
});

test("the first stop is a way past the navigation", async ({ page }) => {
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});
