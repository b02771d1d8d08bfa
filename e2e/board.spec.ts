import { expect, type Page } from "@playwright/test";
import { test } from "./signed-in.ts";
import { startSeries } from "./start-series.ts";

const NOTES = [
  "More about the night ferry, please.",
  "What does a pilot boat cost in a year?",
  "Shorter episodes would suit my way to work.",
  "More quotations from the minutes.",
  "Less about tickets.",
];

async function send(page: Page, project: string, text: string): Promise<void> {
  const { origin } = new URL(project);
  const answer = await page.request.post(`${project}/notes/send`, {
    headers: { origin },
    multipart: { text, scope: "NEXT_EPISODE", about: "project" },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

test("notes are declined by the keyboard alone, taken back, found again by the address, and fit a phone", async ({
  page,
}) => {
  const project = await startSeries(page, "Notes from the ferry");
  for (const text of NOTES) await send(page, project, text);
  await expect(async () => {
    await page.goto(`${project}/notes`);
    await expect(page.getByText("Being read")).toHaveCount(0, { timeout: 100 });
  }).toPass();
  await page.locator("[aria-keyshortcuts]").waitFor();
  const waiting = page.getByRole("region", { name: /^Waiting/ });
  const declined = page.getByRole("region", { name: /^Declined/ });
  await expect(waiting.getByRole("listitem")).toHaveCount(5);
  // The list says how many it could choose once its script has run.
  await expect(page.getByText("All of this page")).toBeVisible();

  await test.step("two are declined with a reason, without the mouse", async () => {
    for (const key of ["j", "x", "j", "x", "d"]) await page.keyboard.press(key);
    await expect(page.getByText("2 chosen")).toBeVisible();
    await expect(page.getByLabel("Reason, for the author to read")).toBeFocused();
    await page.keyboard.type("Said last week.");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "2 notes declined." })).toBeVisible();
    await expect(waiting.getByRole("listitem")).toHaveCount(3);
    await expect(declined.getByRole("listitem")).toHaveCount(2);
    await expect(declined.getByText("Said last week.")).toHaveCount(2);
  });

  await test.step("what was declined is taken back from the notice that tells of it", async () => {
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("status").filter({ hasText: "2 notes reopened." })).toBeVisible();
    await expect(waiting.getByRole("listitem")).toHaveCount(5);
    await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  });

  await test.step("the filter stands in the address", async () => {
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("/");
    await page.keyboard.type("pilot boat");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/notes\?.*text=pilot\+boat/);
    await expect(waiting.getByRole("listitem")).toHaveText([/pilot boat/]);
    await page.getByRole("link", { name: "Show all" }).click();
    await expect(waiting.getByRole("listitem")).toHaveCount(5);
  });

  await test.step("on a phone there is one column at a time", async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    await expect(declined).toBeHidden();
    await page.getByRole("link", { name: /^Declined/ }).click();
    await expect(declined).toBeVisible();
    await expect(waiting).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
