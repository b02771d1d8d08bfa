import { expect, type Page } from "@playwright/test";
import { test } from "./signed-in.ts";

async function openFirstEpisode(page: Page): Promise<string> {
  await page.goto("/");
  const address = await page.locator('a[href^="/read/"]').last().getAttribute("href");
  await page.goto(address ?? "");
  // The reader's script has run once it tells what is left.
  await expect(page.locator("[data-minutes-left]")).toContainText("left");
  return address ?? "";
}

test("an episode can be read whole without a script, its passages and answers included", async ({
  page,
  browser,
}) => {
  const address = await openFirstEpisode(page);
  const still = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await still.newPage();
  await plain.goto(address);
  await expect(plain.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(plain.locator("main")).toHaveText((await page.locator("main").textContent()) ?? "");
  await expect(plain.locator("[data-block]").last()).toBeVisible();

  const card = plain.locator("#why-1");
  await expect(card).toBeHidden();
  await plain.getByRole("link", { name: "Why is this here? 1", exact: true }).click();
  await expect(card).toBeVisible();

  const recall = plain.locator(".recall details").first();
  await expect(recall.locator("p").first()).toBeHidden();
  await recall.locator("summary").click();
  await expect(recall.locator("p").first()).toBeVisible();

  await plain.getByRole("navigation", { name: "Outline" }).getByRole("link").last().click();
  await expect(plain).toHaveURL(/#block-\d+$/);

  await plain.locator("[data-block='1']").getByRole("link", { name: "Write a note on this" }).click();
  const form = plain.locator("[data-note-page]");
  await expect(form.getByRole("radio", { name: /^This block/ })).toBeChecked();
  await form.getByRole("button", { name: "Send the note" }).click();
  await form.getByLabel("Your note").fill("Shorter recaps, please.");
  await form.getByRole("button", { name: "Send the note" }).click();
  await plain.getByRole("link", { name: "Follow this note" }).click();
  await expect(plain.getByRole("list", { name: "The life of this note" })).toContainText("Received");
  await expect(plain.getByText(/^Marked in|^On block 2 of/)).toBeVisible();
  await still.close();
});

test("the keyboard walks the blocks, opens the reasons and lists what it can do", async ({ page }) => {
  await openFirstEpisode(page);
  await page.keyboard.press("j");
  await expect(page.locator("[data-block='0']")).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  await expect(page.locator("[data-block='1']")).toBeFocused();
  await page.keyboard.press("w");
  await expect(page.locator("[data-block='1'] .why-card")).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("the place is kept, and the minutes left go down", async ({ page }) => {
  await openFirstEpisode(page);
  const left = page.locator("[data-minutes-left]");
  const atFirst = await left.textContent();
  await page.locator("[data-block='4']").scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 900);
  await expect(left).not.toHaveText(atFirst ?? "");
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(300);

  const again = await page.context().newPage();
  await again.goto(page.url());
  await expect.poll(() => again.evaluate(() => scrollY)).toBeGreaterThan(200);
});

test("a page for print has the text and its sources, and nothing to press", async ({ page }) => {
  await openFirstEpisode(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Written from")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Series" })).toBeHidden();
  await expect(page.locator(".why").first()).toBeHidden();
  await expect(page.locator(".recall details p").first()).toBeVisible();
});
