import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { joinAs } from "./join-as.ts";
import { test } from "./signed-in.ts";
import { startSeries } from "./start-series.ts";

const WISH = "More about refunds, please.";
const MEANT = "Asks for more about refunds.";
const REVIEW = {
  name: "product-review.vtt",
  mimeType: "text/vtt",
  buffer: readFileSync("prisma/demo/sources/product-review.vtt"),
};

test.describe.configure({ mode: "serial", timeout: 120_000 });

/** Who reads in both tests, and the series. */
let noor: Page;
let project: string;

/** Has the next episode written, and gives its address. */
async function writeEpisode(page: Page, project: string): Promise<string> {
  await page.goto(project);
  await page.getByRole("button", { name: "Write now" }).click();
  await expect(page).toHaveURL(/\/runs\//);
  await expect(page.getByText(/^Published \d/)).toBeVisible({ timeout: 45_000 });
  const read = page.getByRole("link", { name: "Read the episode" });
  return (await read.getAttribute("href")) ?? "";
}

/** Marks the first words of a block, as a mouse or a keyboard does. */
async function markWords(block: Locator): Promise<string> {
  return block.evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
    getSelection()?.setBaseAndExtent(text, 0, text, Math.min(40, text.length));
    return String(getSelection()).replace(/\s+/g, " ").trim();
  });
}

/** Writes a note about the whole series in the quick composer, and gives its address. */
async function writeNote(page: Page, project: string, text: string): Promise<string> {
  await page.goto(project);
  await page.locator("[aria-keyshortcuts]").waitFor();
  await page.keyboard.press("n");
  await page.getByRole("dialog").getByLabel("Your note").fill(text);
  await page.keyboard.press("Control+Enter");
  return (await page.getByRole("link", { name: "Follow this note" }).getAttribute("href")) ?? "";
}

/** The steps that a note has taken, as its page tells them. */
const life = (page: Page) => page.getByRole("list", { name: "The life of this note" }).getByRole("listitem");

test("a note on a passage is received, understood, put right, planned, used, and found in the blocks that it changed", async ({
  page,
  browser,
}) => {
  noor = await joinAs(page, browser, {
    name: "Noor Haddad",
    email: "noor@notes.example.test",
    role: "Reader",
  });
  project = new URL(await startSeries(page, "A note and its life")).pathname;
  // A long talk, whose subjects come up again and again.
  await page.getByLabel("Files to add").setInputFiles([REVIEW]);
  await expect(page.getByRole("table")).toContainText(/\d+ passages/, { timeout: 45_000 });
  const first = await writeEpisode(page, project);
  const composer = noor.getByRole("dialog", { name: "Write a note" });

  const words =
    await test.step("a reader marks words and presses n; what she types survives a reload", async () => {
      await noor.goto(first);
      await expect(noor.locator("[data-minutes-left]")).toContainText("left");
      const marked = await markWords(noor.locator("[data-block-id] .prose p").nth(1));
      await expect(noor.getByRole("button", { name: "Note on this passage" })).toBeVisible();
      await noor.keyboard.press("n");
      await expect(composer.getByRole("radio", { name: /^The words that you marked/ })).toBeChecked();
      await expect(composer).toContainText(marked);
      await noor.keyboard.type(WISH);
      await noor.keyboard.press("Escape");
      await expect(composer).toBeHidden();
      await noor.reload();
      await expect(noor.locator("[data-minutes-left]")).toContainText("left");
      await noor.keyboard.press("n");
      await expect(composer.getByLabel("Your note")).toHaveValue(WISH);
      await expect(composer.getByRole("radio", { name: /^The words that you marked/ })).toBeChecked();
      return marked;
    });

  await test.step("nothing is lost while the network is down", async () => {
    await noor.context().setOffline(true);
    await noor.keyboard.press("Control+Enter");
    await expect(composer.getByRole("alert")).toContainText("could not be reached");
    await expect(composer.getByLabel("Your note")).toHaveValue(WISH);
    await noor.context().setOffline(false);
    await noor.keyboard.press("Control+Enter");
    await expect(composer.getByText("Received.")).toBeVisible();
    await noor.getByRole("link", { name: "Follow this note" }).click();
  });

  await test.step("she sees how it was understood without a reload, and puts it right", async () => {
    await expect(life(noor).first()).toContainText("Received");
    await expect(noor.locator("blockquote")).toHaveText(words);
    await expect(life(noor).nth(1)).toContainText("Understood");
    await noor.getByText("That’s not what I meant").click();
    await noor.getByLabel("What is meant, in one sentence").fill(MEANT);
    await noor.getByLabel("Meant as").selectOption({ label: "More of" });
    await noor.getByRole("button", { name: "Put it right" }).click();
    await expect(life(noor).nth(2)).toContainText("Put right by Noor Haddad", { timeout: 30_000 });
    await expect(life(noor).nth(2)).toContainText(MEANT);
    await expect(life(noor).last()).toContainText("It is planned for the next episode that is begun");
  });

  await test.step("an editor finds it on the board", async () => {
    await page.goto(`${project}/notes`);
    const waiting = page.getByRole("region", { name: /^Waiting/ });
    await expect(waiting.getByRole("listitem")).toContainText([/Noor Haddad.*More about refunds/s]);
  });

  await writeEpisode(page, project);

  await test.step("the open page says by itself that it was used, and leads to the block", async () => {
    const used = life(noor).filter({ hasText: /^(Used|Partly used) in episode 2/ });
    await expect(used).toContainText("of the episode is about it");
    await used.getByRole("link", { name: /^\d+$/ }).first().click();
    await expect(noor).toHaveURL(/\/read\/[\w-]+#block-\d+$/);
    const block = noor.locator(new URL(noor.url()).hash);
    await expect(block).toBeInViewport();
    await block.getByText("Why is this here?").click();
    await expect(block.locator(".why-card")).toContainText(`“${MEANT}”You wished this on`);
  });

  await test.step("she is told, and marks what she was told as read", async () => {
    await noor.goto("/notes");
    const main = noor.getByRole("navigation", { name: "Main", exact: true });
    await expect(main.getByRole("link", { name: /^Notes \d+ unread$/ })).toBeVisible();
    await expect(noor.getByRole("list", { name: "My notes" })).toContainText(/sed in episode 2: block/);
    await noor.getByRole("button", { name: "Mark all as read" }).click();
    await expect(main.getByRole("link", { name: "Notes", exact: true })).toBeVisible();
  });
});

test("a note is declined with its reason, and of two that contradict each other an editor chooses: both authors are told", async ({
  page,
  browser,
}) => {
  const omar = await joinAs(page, browser, {
    name: "Omar Ali",
    email: "omar@notes.example.test",
    role: "Reader",
  });

  await test.step("what no writer can do waits for an editor, who declines it with a reason", async () => {
    const address = await writeNote(noor, project, "Please send the episodes on Saturdays instead.");
    await noor.goto(address);
    await expect(life(noor).last()).toContainText(
      "An editor looks at it, because it is about when episodes come",
    );
    await page.goto(address);
    await page.getByLabel("Reason").fill("Nobody is here on Saturdays.");
    await page.getByRole("button", { name: "Decline" }).click();
    const declined = life(noor).filter({ hasText: "Declined" });
    await expect(declined).toContainText("Nobody is here on Saturdays.");
  });

  const [more, less] = await test.step("two readers ask for the opposite, and both wait", async () => {
    const addresses = [
      await writeNote(noor, project, WISH),
      await writeNote(omar, project, "Less about refunds, please."),
    ];
    for (const [person, address = ""] of [
      [noor, addresses[0]],
      [omar, addresses[1]],
    ] as const) {
      await person.goto(address);
      await expect(life(person).last()).toContainText("another note asks for the opposite");
    }
    return addresses;
  });

  await test.step("an editor sees them side by side and chooses one", async () => {
    await page.goto(`${project}/notes`);
    const pair = page
      .getByRole("listitem")
      .filter({ hasText: "Noor Haddad" })
      .filter({ hasText: "Omar Ali" });
    await pair.getByRole("button", { name: /^This one.*more/i }).click();
    await expect(life(noor).last()).toContainText("It is planned for the next episode that is begun");
    await expect(life(omar).last()).toContainText("Declined");
  });

  await test.step("both authors are told", async () => {
    for (const [person, says, address] of [
      [noor, "Note accepted", more],
      [omar, "Note declined", less],
    ] as const) {
      await person.goto("/notes?show=news");
      const news = person
        .getByRole("list", { name: /^News/ })
        .getByRole("link", { name: new RegExp(says) })
        .first();
      await expect(news).toHaveAttribute("href", address ?? "");
    }
  });
  await noor.context().close();
  await omar.context().close();
});
