import { execFileSync } from "node:child_process";
import { expect, type Page } from "@playwright/test";

/** The path of a fresh one-time link for the owner, as the command line prints it: the link of the start works only once. */
export function newSignInLink(): string {
  const link = execFileSync(process.execPath, ["src/cli/main.ts", "sign-in-link"], {
    // An empty variable counts as unset: the system under test is that of the data folder and no other.
    env: { ...process.env, DATA_DIR: ".data/e2e", DATABASE_URL: "", EPISODIC_SECRET: "", ORIGIN: "" },
    encoding: "utf8",
  });
  return new URL(link.trim()).pathname;
}

/** Signs in as the owner, and goes through the short set-up if nobody has yet. */
export async function signIn(page: Page, link = newSignInLink()): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Before you read|\d{4}$/ })).toBeVisible();
  if (!page.url().includes("/welcome")) return;
  await page.getByLabel("Your name").fill("Ines Martin");
  await page.getByLabel("Organisation").fill("Northwind");
  await page.getByRole("button", { name: "Show me the first project" }).click();
  await expect(page).toHaveURL(/\?welcome/);
}
