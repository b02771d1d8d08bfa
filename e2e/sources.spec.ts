import { expect } from "@playwright/test";
import { test } from "./signed-in.ts";
import { startSeries } from "./start-series.ts";

const NOTE =
  "# Harbour rules\n\nThe ferry leaves on time. A passenger without a ticket waits for the next one.\n";

test("a source is pasted, looked into, removed with its impact shown, and taken back", async ({ page }) => {
  const project = await startSeries(page, "Harbour rules");
  await page.getByText("Paste text instead").click();
  await page.getByLabel("Text").fill("   ");
  await page.getByRole("button", { name: "Add this text" }).click();
  await expect(page.getByLabel("Text")).toHaveAttribute("aria-invalid", "true");

  await page.getByLabel("Text").fill(NOTE);
  await page.getByRole("button", { name: "Add this text" }).click();
  await expect(page.getByRole("table")).toContainText("1 passage");
  await page.getByRole("button", { name: "Add this text" }).click();
  await expect(page.getByText("The project has this text already").first()).toBeVisible();

  await page.getByRole("link", { name: "Harbour rules" }).last().click();
  await expect(page.getByText("The ferry leaves on time.")).toBeVisible();
  await page.getByRole("button", { name: "Remove…" }).click();
  const question = page.getByRole("dialog", { name: "Remove this source?" });
  await expect(question).toContainText("No episode was written from it.");
  await question.getByRole("button", { name: "Remove it" }).click();

  await expect(page.getByText("The source was removed")).toBeVisible();
  await expect(page.getByText("Nothing to write from yet.")).toBeVisible();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("table")).toContainText("1 passage");
  expect(page.url()).toBe(`${project}/sources`);
});

test("what can't be a source is refused in a sentence, and nothing is added", async ({ page }) => {
  await startSeries(page, "Refusals");
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });
  await page
    .getByLabel("Files to add")
    .setInputFiles([
      file("picture.md", Buffer.from("89504e470d0a1a0a0000000d4948445200000001", "hex")),
      file("blank.txt", Buffer.from(" \n\n ")),
    ]);
  for (const name of ["picture.md", "blank.txt"]) {
    const row = page.getByRole("listitem").filter({ hasText: name });
    await expect(row).not.toContainText("Being read");
    await expect(row).not.toContainText("Sending");
    await expect(row).toContainText(/\.$/);
    await expect(row).not.toContainText("Added");
  }
  await expect(page.getByRole("table")).toHaveCount(0);
});

test("an upload from another site is refused, and one of more than 20 MB is not read to its end", async ({
  page,
}) => {
  const project = await startSeries(page, "Strange uploads");
  const foreign = await page.request.post(`${project}/sources/upload?name=a.md`, {
    headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    data: Buffer.from(NOTE),
  });
  expect(foreign.status()).toBe(403);
  const large = await page.request.post(`${project}/sources/upload?name=a.md`, {
    headers: { "sec-fetch-site": "same-origin", "content-type": "application/octet-stream" },
    data: Buffer.alloc(21 * 1024 * 1024, "a"),
  });
  expect(large.status()).toBe(413);
  expect(await large.text()).toContain("larger than 20 MB");

  await page.getByLabel("Files to add").setInputFiles({
    name: "large.md",
    mimeType: "text/markdown",
    buffer: Buffer.alloc(21 * 1024 * 1024, "a"),
  });
  await expect(page.getByRole("listitem").filter({ hasText: "large.md" })).toContainText("larger than 20 MB");
  await expect(page.getByRole("table")).toHaveCount(0);
});
