import { type Browser, expect, type Page } from "@playwright/test";
import { linkIn, waitForMail } from "./mailbox.ts";

interface Joining {
  name: string;
  email: string;
  role: "Reader" | "Editor";
}

/** Has somebody invited by mail and join, in a browser of their own. */
export async function joinAs(owner: Page, browser: Browser, { name, email, role }: Joining): Promise<Page> {
  await owner.goto("/members");
  await owner.getByLabel("E-mail address").fill(email);
  await owner.getByRole("radio", { name: new RegExp(`^${role}`) }).check();
  await owner.getByRole("button", { name: "Invite" }).click();
  await expect(owner.getByText("Invited.", { exact: true })).toBeVisible();
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto(linkIn(await waitForMail(email, { subject: /Your invitation to/ })));
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /\d{4}$/ })).toBeVisible();
  return page;
}
