import { expect, test } from "@playwright/test";
import { newSignInLink } from "./sign-in.ts";

test("a link is not used up by looking at it, and signs in once", async ({ page, request, browser }) => {
  const link = newSignInLink();
  // What a mail scanner does: it follows the link, and presses nothing.
  expect((await request.get(link)).status()).toBe(200);

  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Before you read|\d{4}$/ })).toBeVisible();

  const stranger = await browser.newPage();
  await stranger.goto(link);
  await stranger.getByRole("button", { name: "Sign in" }).click();
  await expect(
    stranger.getByText("This link was used already or is more than ten minutes old."),
  ).toBeVisible();
  await stranger.goto("/");
  await expect(stranger).toHaveURL(/\/sign-in$/);
  await stranger.close();
});

test("signing out ends the session on the server, not only in this browser", async ({ page, browser }) => {
  await page.goto(newSignInLink());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Before you read|\d{4}$/ })).toBeVisible();
  const copied = await browser.newContext({ storageState: await page.context().storageState() });
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);

  const thief = await copied.newPage();
  await thief.goto("/projects");
  await expect(thief).toHaveURL(/\/sign-in$/);
  await copied.close();
});

test("the theme that is chosen holds from the first paint on, on every page", async ({ page }) => {
  await page.goto(newSignInLink());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Before you read|\d{4}$/ })).toBeVisible();
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto("/account");
  const light = await paper();
  await page.getByLabel("Dark").check();
  await page.getByRole("button", { name: "Change" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await paper()).not.toBe(light);
  const html = await (await page.request.get("/projects")).text();
  expect(html).toContain('data-theme="dark"');
});
