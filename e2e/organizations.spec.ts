import { expect, type Page, test } from "@playwright/test";
import { addOrganization } from "./command-line.ts";

const MAYA = "maya@organizations.example.test";

async function setUp(page: Page, name: string): Promise<void> {
  await expect(
    page.getByRole("heading", { level: 1, name: "Before you read the first episode" }),
  ).toBeVisible();
  await page.getByLabel("Your name").fill("Maya Lind");
  await page.getByLabel("Organisation").fill(name);
  await page.getByRole("button", { name: "Show me the first project" }).click();
  await expect(page).toHaveURL(/\?welcome/);
}

test("somebody of two organisations goes from one to the other by keyboard, changes one, and can’t go while she is the last owner", async ({
  page,
}) => {
  addOrganization("Maya First", MAYA);
  await page.goto(addOrganization("Maya Second", MAYA));
  await page.getByRole("button", { name: "Sign in" }).click();
  await setUp(page, "Maya First");

  const menu = page.getByRole("button", { name: /Maya First/ });
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: "Maya First" })).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitemradio", { name: "Maya Second" })).toBeFocused();
  await page.keyboard.press("Enter");
  await setUp(page, "Maya Second");

  await page.goto("/settings");
  await page.getByLabel("Name", { exact: true }).fill("Maya Third");
  await page.getByLabel("Everybody must have a second factor").check();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("You have none yourself.")).toBeVisible();
  await page.getByLabel("Everybody must have a second factor").uncheck();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /Maya Third/ })).toBeVisible();

  await page.goto("/organizations");
  await page.getByRole("button", { name: "Leave…" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("Maya Third");
  await page.getByRole("dialog").getByRole("button", { name: "Leave it" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("keeps at least one owner");

  await page.goto("/account/data");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download my data" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("my-data-from-episodic.json");
  await page.getByRole("button", { name: "Delete my account…" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(MAYA);
  await page.getByRole("dialog").getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText(
    "You are the last owner of Maya First, Maya Third.",
  );
});
