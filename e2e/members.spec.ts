import { type Browser, expect, type Page } from "@playwright/test";
import { linkIn, mailsTo, waitForMail } from "./mailbox.ts";
import { test } from "./signed-in.ts";
import { startSeries } from "./start-series.ts";

test.describe.configure({ mode: "serial" });

const NOOR = "noor@members.example.test";

/** A browser of its own, in which nobody is signed in. */
async function stranger(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  return context.newPage();
}

async function invite(page: Page, address: string, role: RegExp): Promise<void> {
  await page.goto("/members");
  await page.getByLabel("E-mail address").fill(address);
  await page.getByRole("radio", { name: role }).check();
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("Invited.", { exact: true })).toBeVisible();
}

test("somebody is invited by mail, joins, is made less of, is narrowed to one project, and is out at once", async ({
  page,
  browser,
}) => {
  const project = await startSeries(page, "Ferries of the north");
  await invite(page, NOOR, /^Editor/);
  const link = linkIn(await waitForMail(NOOR, { subject: /Your invitation to/ }));

  const noor = await stranger(browser);
  // What a mail scanner does: it follows the link, and presses nothing.
  expect((await noor.request.get(link)).status()).toBe(200);
  await noor.goto(link);
  await expect(noor.getByText(`For ${NOOR}`)).toBeVisible();
  await noor.getByLabel("Your name").fill("Noor Haddad");
  await noor.getByRole("button", { name: "Join" }).click();
  await expect(noor.getByRole("heading", { level: 1, name: /\d{4}$/ })).toBeVisible();
  const main = noor.getByRole("navigation", { name: "Main", exact: true });
  await expect(main.getByRole("link")).toHaveText(["Home", "Projects", "Notes", "Queue"]);

  await page.goto("/members");
  await page.getByRole("link", { name: "Noor Haddad" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Noor Haddad" })).toBeVisible();
  await page.getByRole("radio", { name: "Reader", exact: true }).check();
  await page.getByRole("button", { name: "Change role" }).click();
  await expect(page.getByText("Changed. It counts from their next request on.")).toBeVisible();
  await noor.goto("/projects");
  await expect(main.getByRole("link")).toHaveText(["Home", "Projects", "Notes"]);
  expect(await noor.getByRole("main").getByRole("link").count()).toBeGreaterThan(1);
  expect((await noor.goto("/queue"))?.status()).toBe(404);
  expect((await noor.goto("/members"))?.status()).toBe(404);

  await page.getByLabel("Some projects").check();
  await page.getByLabel("Ferries of the north").check();
  await page.getByRole("button", { name: "Change projects" }).click();
  await expect(page.getByText("Changed. It counts from their next request on.").last()).toBeVisible();
  await noor.goto("/projects");
  await expect(
    noor.getByRole("main").getByRole("link", { name: /Learn Episodic|What we decided/ }),
  ).toHaveCount(0);
  expect((await noor.goto(new URL(project).pathname))?.status()).toBe(200);

  await page.getByRole("button", { name: "Remove…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove them" }).click();
  await expect(page).toHaveURL(/\/members$/);
  await expect(page.getByText("Noor Haddad")).toHaveCount(0);
  await noor.goto("/");
  await expect(noor).toHaveURL(/\/organizations$/);
  await expect(noor.getByText("You belong to no organisation")).toBeVisible();
  for (const [tab, heading] of [
    ["/account", "Noor Haddad"],
    ["/account/data", "My data"],
  ] as const) {
    await noor.goto(tab);
    await expect(noor.getByRole("heading", { level: 1 })).toHaveText(heading);
  }
  await noor.context().close();
});

test("a link that was renewed or taken back says what a made-up one says, and signed in as somebody else one is told", async ({
  page,
  browser,
}) => {
  const address = "omar@members.example.test";
  await invite(page, address, /^Reader/);
  const first = linkIn(await waitForMail(address, { subject: /Your invitation to/ }));
  await page.goto(first);
  await expect(page.getByText("this invitation is for another address")).toBeVisible();

  await page.goto("/members");
  const row = page.getByRole("listitem").filter({ hasText: address });
  await row.getByRole("button", { name: "Send again" }).click();
  await expect(row.getByText("Sent again.")).toBeVisible();
  await waitForMail(address, { subject: /Your invitation to/, count: 2 });
  expect(await mailsTo(address)).toHaveLength(2);
  await row.getByRole("button", { name: "Show the link" }).click();
  const handed = await row.getByLabel("The link to hand over").inputValue();

  const omar = await stranger(browser);
  for (const dead of [first, "/invitation/not-a-link"]) {
    expect((await omar.goto(dead))?.status()).toBe(404);
    await expect(omar.getByRole("heading", { name: "This invitation does not work" })).toBeVisible();
  }
  await omar.goto(handed);
  await expect(omar.getByRole("button", { name: "Join" })).toBeVisible();
  await row.getByRole("button", { name: "Take back" }).click();
  await expect(row).toHaveCount(0);
  await omar.getByLabel("Your name").fill("Omar");
  await omar.getByRole("button", { name: "Join" }).click();
  await expect(omar.getByText("This invitation does not work.")).toBeVisible();
  await expect(omar.getByLabel("Your name")).toHaveValue("Omar");
  await omar.context().close();
});
