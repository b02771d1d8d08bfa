import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { addOrganization } from "./command-line.ts";
import { linkIn, mailsTo, waitForMail } from "./mailbox.ts";

/** Two of them, because no address is sent more than five mails in a quarter of an hour. */
const INES = "ines@by-mail.example.test";
const NOOR = "noor@by-mail.example.test";
const CODE = /[B-Z]{4}-[B-Z]{4}/;
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:135.0) Gecko/20100101 Firefox/135.0";

/** How many sign-in mails came for somebody so far: the next one is theirs to wait for. */
const mails = new Map<string, number>();

test.describe.configure({ mode: "serial" });

// People and organisations of these tests' own.
test.beforeAll(() => {
  addOrganization("By Mail", INES);
  addOrganization("By Post", NOOR);
});

async function askForMail(page: Page, address: string, to = "/account"): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByLabel("E-mail address").first().fill(address);
  await page.getByRole("button", { name: "Continue with e-mail" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await expect(page.getByText(`We have sent a code to ${address}, if somebody here has`)).toBeVisible();
}

async function newestMail(address: string) {
  const count = (mails.get(address) ?? 0) + 1;
  mails.set(address, count);
  return waitForMail(address, { subject: /^Sign in to Episodic$/, count });
}

async function signIn(page: Page, address: string): Promise<void> {
  await askForMail(page, address);
  const [code = ""] = CODE.exec((await newestMail(address)).text) ?? [];
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account$/);
}

test("a code signs in the browser that asked, however it is typed, and leads where it was going", async ({
  page,
}) => {
  await askForMail(page, INES.toUpperCase());
  await expect(page.getByLabel("Code")).toBeFocused();
  await page.getByLabel("Code").fill("bbbb-bbbb");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This code does not work.")).toBeVisible();
  const [code = ""] = CODE.exec((await newestMail(INES)).text) ?? [];
  await page.getByLabel("Code").fill(code.toLowerCase().replace("-", " "));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText(INES)).toBeVisible();
});

test("a link signs in any browser, and its code is used with it", async ({ page, browser, request }) => {
  await askForMail(page, INES);
  const mail = await newestMail(INES);
  const link = linkIn(mail);
  // What a mail scanner does uses nothing up.
  expect((await request.get(link)).status()).toBe(200);
  const phone = await browser.newPage();
  await phone.goto(link);
  await phone.getByRole("button", { name: "Sign in" }).click();
  await expect(phone).toHaveURL(/\/welcome$/);
  await phone.close();
  const [code = ""] = CODE.exec(mail.text) ?? [];
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This code does not work.")).toBeVisible();
});

test("an address that nobody has is answered alike, and gets no mail", async ({ page }) => {
  const nobody = "nobody@by-mail.example.test";
  await askForMail(page, nobody);
  await page.getByRole("button", { name: "Send another code" }).click();
  await expect(page.getByText(`We have sent a code to ${nobody}`)).toBeVisible();
  // A mail that is asked for afterwards is there: theirs would have been, too.
  await askForMail(page, INES);
  await newestMail(INES);
  expect(await mailsTo(nobody)).toEqual([]);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("everything works", async ({ page }) => {
    await signIn(page, INES);
    await page.goto("/sign-in/again?to=/account/sessions");
    await page.getByRole("button", { name: `Send a code to ${INES}` }).click();
    const [code = ""] = CODE.exec((await newestMail(INES)).text) ?? [];
    await page.getByLabel("Code").fill(code);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/account\/sessions$/);
    await page.getByRole("button", { name: "Sign out everywhere else" }).click();
    await expect(page.getByText(/other sessions? (is|are) over/)).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "this browser" })).toHaveCount(1);
  });
});

async function elsewhere(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ userAgent: FIREFOX });
  const page = await context.newPage();
  await signIn(page, NOOR);
  return page;
}

test("a session that is ended from another browser is out within a second or so, its open page included", async ({
  page,
  browser,
}) => {
  await signIn(page, NOOR);
  const other = await elsewhere(browser);
  await waitForMail(NOOR, { subject: /^A sign-in from a new browser$/ });
  // The page listens once its script has run.
  const listening = other.waitForResponse((response) => response.url().includes("/session-events"));
  await other.reload();
  await listening;
  await page.goto("/account/sessions");
  const row = page.getByRole("listitem").filter({ hasText: "Firefox on Windows" });
  await expect(row).toContainText("This machine");
  await row.getByRole("button", { name: "Sign out Firefox on Windows" }).click();
  await expect(row).toHaveCount(0);
  const began = performance.now();
  await other.waitForURL(/\/sign-in$/, { timeout: 3_000 });
  expect(performance.now() - began).toBeLessThan(2_000);
  await expect(page).toHaveURL(/\/account\/sessions$/);
  await other.context().close();
});

test("a page that is open follows when the person enters another organisation in another tab", async ({
  page,
}) => {
  addOrganization("By Sea", "lea@by-mail.example.test");
  await page.goto(addOrganization("By Land", "lea@by-mail.example.test"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/welcome$/);
  const open = await page.context().newPage();
  const listening = open.waitForResponse((response) => response.url().includes("/session-events"));
  await open.goto("/account");
  await listening;
  await expect(open.getByText("owner of By Sea")).toBeVisible();
  await page.goto("/account");
  await page.getByRole("button", { name: /switch organisation$/ }).click();
  await page.getByRole("menuitemradio", { name: "By Land" }).click();
  await expect(open.getByText("owner of By Land")).toBeVisible({ timeout: 3_000 });
});

test("none of these pages has an accessibility violation or is wider than a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.emulateMedia({ colorScheme: "dark" });
  const judge = async (address: string) => {
    await page.goto(address);
    await page.locator("main h1").first().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${address}: ${id}: ${nodes[0]?.html}`);
    expect.soft(found).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(width, `${address} scrolls sideways`).toBeLessThanOrEqual(360);
  };
  await judge("/sign-in");
  await askForMail(page, "nobody@by-mail.example.test");
  await judge("/sign-in/code");
  await signIn(page, NOOR);
  await judge("/sign-in/again");
  await judge("/account/sessions");
});
