import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { signIn } from "./sign-in.ts";

const TRANSCRIPT = {
  name: "product-review.vtt",
  mimeType: "text/vtt",
  buffer: readFileSync("prisma/demo/sources/product-review.vtt"),
};

test("from the one-time link to the tokens of the first episode", async ({ page }) => {
  await test.step("the link signs in once, and leads through the set-up to the demo", async () => {
    await signIn(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("Learn Episodic in ten mornings").first()).toBeVisible();
  });

  await test.step("a new project keeps what was typed when something is missing", async () => {
    await page
      .getByRole("navigation", { name: "Main", exact: true })
      .getByRole("link", { name: "Projects" })
      .click();
    await page.getByRole("link", { name: "New project" }).click();
    await page.getByLabel("Name").fill("Ferry review");
    await page.getByRole("button", { name: "Start the series" }).click();
    await expect(page.getByText("Say what the series is for").last()).toBeVisible();
    await expect(page.getByLabel("Goal")).toBeFocused();
    await expect(page.getByLabel("Name")).toHaveValue("Ferry review");
    await page.getByLabel("Goal").fill("Know what the review decided about the ticketing app, and why.");
  });

  await test.step("the cadence is told in a sentence while it is chosen", async () => {
    await page.getByRole("group", { name: "Weekdays" }).getByText("Fri").click();
    await page.getByRole("combobox", { name: "Time zone" }).fill("Kathm");
    await page.getByRole("option", { name: /Kathmandu/ }).click();
    await expect(
      page.getByText("Every Monday, Tuesday, Wednesday and Thursday at 07:30, Kathmandu time."),
    ).toBeVisible();
    await page.getByRole("button", { name: "Start the series" }).click();
    await expect(page).toHaveURL(/\/sources\?new/);
  });

  await test.step("a transcript is uploaded with a file that is none, and each is told apart", async () => {
    await page
      .getByLabel("Files to add")
      .setInputFiles([
        TRANSCRIPT,
        { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
        TRANSCRIPT,
      ]);
    const added = page.getByRole("listitem").filter({ hasText: "product-review.vtt" });
    await expect(added.first()).toContainText("Added.");
    await expect(added.last()).toContainText("The project has this text already");
    await expect(page.getByRole("listitem").filter({ hasText: "notes.txt" })).toContainText(/empty|nothing/i);
    await expect(page.getByRole("table")).toContainText(/\d+ passages/);
    await expect(page.getByRole("row")).toHaveCount(2);
  });

  await test.step("the cadence is changed, with a date skipped from the preview", async () => {
    await page.getByRole("link", { name: "Cadence" }).click();
    await page.getByLabel("Time", { exact: true }).fill("06:45");
    await page
      .getByRole("button", { name: /^Skip / })
      .first()
      .click();
    await expect(page.getByText(/at 06:45, Kathmandu time; except/)).toBeVisible();
    await page.getByRole("button", { name: "Save cadence" }).click();
    await expect(page.getByText("Saved. The next episode is due on")).toBeVisible();
  });

  await test.step("write now leads to the run, which is watched to its end without a reload", async () => {
    await page.getByRole("link", { name: "Overview" }).click();
    await page.getByRole("button", { name: "Write now" }).click();
    await expect(page).toHaveURL(/\/runs\//);
    await expect(page.getByText(/^Published \d/)).toBeVisible({ timeout: 45_000 });
    const steps = page.getByRole("list", { name: "Steps of this run" }).getByRole("listitem");
    await expect(steps).toHaveCount(7);
    await expect(steps.filter({ hasText: "Write" })).toContainText(/tokens read, [\d,]+ written/);
  });

  await test.step("the episode is read, and a citation opens its passage", async () => {
    const title = await page.getByRole("heading", { level: 2 }).first().textContent();
    await page.getByRole("link", { name: "Read the episode" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title ?? "");
    const cite = page.getByRole("link", { name: "Why is this here? 1", exact: true });
    await cite.click();
    await expect(page.locator("#why-1")).toBeVisible();
    await expect(page.locator("#why-1")).toContainText("Product review");
  });

  await test.step("its tokens stand on the usage page", async () => {
    await page.goto("/usage");
    await page.getByRole("link", { name: "Ferry review", exact: true }).click();
    await expect(page.getByText("Ferry review alone.")).toBeVisible();
    await expect(page.getByText("today is provisional").first()).toBeVisible();
    await expect(page.getByRole("region", { name: "Usage by purpose" }).getByRole("row")).toHaveCount(6);
    await page.getByText("The same as a table").click();
    await expect(page.getByRole("region", { name: /Usage by day/ })).toContainText("provisional");
    await page.getByRole("slider", { name: "Tokens a day" }).focus();
    await expect(page.getByRole("slider", { name: "Tokens a day" })).toHaveAttribute(
      "aria-valuetext",
      /[1-9][\d,]* tokens, [\d,]+ of them written, so far/,
    );
  });
});
