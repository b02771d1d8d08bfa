import { readFileSync } from "node:fs";
import { expect, test as strangers } from "@playwright/test";
import { addOrganization } from "./command-line.ts";
import { choose, pressOn, tabTo, typeInto } from "./keys.ts";
import { waitForMail } from "./mailbox.ts";
import { test } from "./signed-in.ts";

const SOURCE = readFileSync("docs/guide/02-the-cadence.md", "utf8");

test("a series is started, given a source, written, followed and read by keyboard alone", async ({
  page,
}) => {
  await page.goto("/projects");
  await pressOn(page, page.getByRole("link", { name: "New project" }));
  await typeInto(page, page.getByLabel("Name"), "Ferries without a mouse");
  await typeInto(page, page.getByLabel("Goal"), "Understand how a cadence becomes slots.");
  await pressOn(page, page.getByRole("button", { name: "Start the series" }));
  await expect(page).toHaveURL(/\/sources\?new/);
  const project = page.url().replace(/\/sources.*/, "");

  await pressOn(page, page.getByText("Paste text"));
  await typeInto(page, page.getByLabel("Title"), "Cadence page");
  await tabTo(page, page.getByLabel("Text", { exact: true }));
  await page.keyboard.insertText(SOURCE);
  await pressOn(page, page.getByRole("button", { name: "Add this text" }));
  await expect(page.getByRole("table")).toContainText(/\d+ passages?/);

  await page.goto(project);
  await pressOn(page, page.getByRole("button", { name: "Write now" }));
  await expect(page).toHaveURL(/\/runs\//);
  await expect(page.getByText(/^Published \d/)).toBeVisible({ timeout: 45_000 });
  await pressOn(page, page.getByRole("link", { name: "Read the episode" }));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await pressOn(page, page.getByRole("link", { name: "Why is this here? 1", exact: true }));
  await expect(page.locator("#why-1")).toContainText("Cadence page");
});

test("a person is invited, the audit log is verified, and the settings are changed by keyboard alone", async ({
  page,
}) => {
  await page.goto("/members");
  await typeInto(page, page.getByLabel("E-mail address"), "keys@members.example.test");
  await choose(page, page.getByRole("group", { name: "Role" }), page.getByRole("radio", { name: /^Editor/ }));
  await pressOn(page, page.getByRole("button", { name: "Invite", exact: true }));
  await expect(page.getByText("Invited.", { exact: true })).toBeVisible();
  const row = page.getByRole("listitem").filter({ hasText: "keys@members.example.test" });
  await pressOn(page, row.getByRole("button", { name: "Take back" }));
  await expect(row).toHaveCount(0);

  await page.goto("/audit");
  await pressOn(page, page.getByRole("button", { name: "Verify the chain" }));
  await expect(page.getByText(/rows are as they were written, and the head of the log names/)).toBeVisible();

  await page.goto("/settings");
  await typeInto(page, page.getByLabel("Name", { exact: true }), "Northwind Lines");
  await pressOn(page, page.getByRole("button", { name: "Save settings" }));
  await expect(page.getByText(/Saved/).first()).toBeVisible();
  await typeInto(page, page.getByLabel("Name", { exact: true }), "Northwind");
  await pressOn(page, page.getByRole("button", { name: "Save settings" }));
  await expect(page.getByText(/Saved/).first()).toBeVisible();
});

strangers(
  "a person signs in by a code, and is told why their account can’t be deleted yet, by keyboard alone",
  async ({ page }) => {
    const email = "kim@keys.example.test";
    const link = addOrganization("Keys", email);
    await page.goto(link);
    await pressOn(page, page.getByRole("button", { name: "Sign in" }));
    await typeInto(page, page.getByLabel("Your name"), "Kim");
    await pressOn(page, page.getByRole("button", { name: "Show me the first project" }));
    await expect(page).toHaveURL(/\?welcome/);
    await page.goto("/account");
    await pressOn(page, page.getByRole("button", { name: "Sign out", exact: true }));
    await expect(page).toHaveURL(/\/sign-in/);

    await typeInto(page, page.getByLabel("E-mail address").first(), email);
    await page.keyboard.press("Enter");
    const { text } = await waitForMail(email, { subject: /./ });
    const [code = ""] = /[B-Z]{4}-[B-Z]{4}/.exec(text) ?? [];
    await typeInto(page, page.getByLabel("Code", { exact: true }), code);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: /\d{4}$/ })).toBeVisible();

    await page.goto("/account/data");
    await pressOn(page, page.getByRole("button", { name: "Delete my account…" }));
    const dialog = page.getByRole("dialog");
    await typeInto(page, dialog.getByLabel(/Your address/), email);
    await page.keyboard.press("Enter");
    await expect(dialog.getByText(/only owner|no other owner|last owner/)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  },
);
