import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { addOrganization } from "./command-line.ts";
import { waitForMail } from "./mailbox.ts";

const PASSWORD = "quiet harbour under seven lamps";
const EMAIL = "pia@passwords.example.test";
const WAYS = "/account/sign-in";
const WRONG = "The address or the password is not right.";

test.describe.configure({ mode: "serial" });

function formIn(page: Page) {
  return page.locator("form").filter({ has: page.getByLabel("Password", { exact: true }) });
}

async function openForm(page: Page, to = WAYS): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByText("Use a password").click();
}

async function enter(page: Page, password: string): Promise<void> {
  const form = formIn(page);
  await form.getByLabel("E-mail address").fill(EMAIL);
  await form.getByLabel("Password", { exact: true }).fill(password);
  await form.getByRole("button", { name: "Sign in with the password" }).click();
}

test("a password is set, refused while it is easy to guess, signs in, and is changed", async ({ page }) => {
  await page.goto(addOrganization("Passwords", EMAIL));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/sign-in\//);
  await page.goto(WAYS);

  const password = page.getByLabel("Password", { exact: true });
  await password.fill("Passwords2026");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.locator("#field-password-note")).toHaveText(/made of your name.*Try a few words/);
  await password.fill(PASSWORD);
  await page.getByRole("button", { name: "Show password" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("Your new password works from now on.")).toBeVisible();
  await waitForMail(EMAIL, { subject: /./ });
  const { violations } = await new AxeBuilder({ page }).include("main").analyze();
  expect(violations).toEqual([]);

  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await openForm(page);
  const onOpen = await new AxeBuilder({ page }).include("main").analyze();
  expect(onOpen.violations).toEqual([]);
  await enter(page, "not the password at all");
  await expect(page.getByText(WRONG)).toBeVisible();
  await expect(formIn(page).getByLabel("E-mail address")).toHaveValue(EMAIL);
  await enter(page, PASSWORD);
  await expect(page).toHaveURL(new RegExp(`${WAYS}$`));
  await expect(page.getByRole("button", { name: "Change password" })).toBeVisible();
});

test("it works without a script as well, and what was typed is not sent back", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await openForm(page);
  await expect(page.getByRole("button", { name: "Show password" })).toHaveCount(0);
  await enter(page, "not the password at all");
  await expect(page.getByText(WRONG)).toBeVisible();
  await expect(formIn(page).getByLabel("E-mail address")).toHaveValue(EMAIL);
  await expect(formIn(page).getByLabel("Password", { exact: true })).toHaveValue("");
  expect(await page.content()).not.toContain("not the password at all");
  await enter(page, PASSWORD);
  await expect(page).toHaveURL(new RegExp(`${WAYS}$`));
  await context.close();
});

test("who guesses in a strange browser is stopped, and the owner's own browser is not", async ({
  page,
  browser,
  baseURL,
}) => {
  await openForm(page);
  await enter(page, PASSWORD);
  await expect(page).toHaveURL(new RegExp(`${WAYS}$`));
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  const strange = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const stranger = await strange.newPage();
  await openForm(stranger);
  const stopped = stranger.getByText(
    /Too many passwords were tried for this address\..*Try again in \d+ minutes\./,
  );
  for (let guess = 0; guess < 12 && !(await stopped.isVisible()); guess += 1) {
    await enter(stranger, `guess number ${guess}`);
    await expect(stranger.getByText(WRONG).or(stopped)).toBeVisible();
  }
  await expect(stopped).toBeVisible();
  await enter(stranger, PASSWORD);
  await expect(stopped).toBeVisible();
  await strange.close();

  await openForm(page);
  await enter(page, PASSWORD);
  await expect(page).toHaveURL(new RegExp(`${WAYS}$`));
  await page.getByText("Remove the password").click();
  await page.getByRole("button", { name: "Remove password" }).click();
  await expect(page.getByText("You have none, and need none.")).toBeVisible();
});
