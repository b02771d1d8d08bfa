import AxeBuilder from "@axe-core/playwright";
import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { addOrganization, signInLinkFor } from "./command-line.ts";
import { tabTo } from "./keys.ts";
import { waitForMail } from "./mailbox.ts";

const PASSWORD = "quiet harbour under seven lamps";
const WAYS = "/account/sign-in";

/** Comes in by the operator's link, and goes through the short set-up of a new organization. */
async function comeInByLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/sign-in\//);
}

/** A person with an organization of their own, signed in. */
async function newPerson(page: Page, name: string): Promise<string> {
  const email = `${name.toLowerCase()}@factors.example.test`;
  await comeInByLink(page, addOrganization(`Factors of ${name}`, email));
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Show me the first project" }).click();
  await expect(page).not.toHaveURL(/\/welcome/);
  return email;
}

async function setPassword(page: Page): Promise<void> {
  await page.goto(WAYS);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("button", { name: "Change password" })).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

async function enterPassword(page: Page, email: string, to: string): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByText("Use a password").click();
  const form = page.locator("form").filter({ has: page.getByLabel("Password", { exact: true }) });
  await form.getByLabel("E-mail address").fill(email);
  await form.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await form.getByRole("button", { name: "Sign in with the password" }).click();
}

/** The key as the page says it, for what an app does with it. */
async function readKey(page: Page): Promise<Secret> {
  const typed = (await page.locator("main code").first().textContent()) ?? "";
  return Secret.fromBase32(typed.replace(/\s/g, ""));
}

/** The code of now, or of a later step: each works once. */
function codeOf(secret: Secret, stepsLater = 0): string {
  return TOTP.generate({ secret, timestamp: Date.now() + stepsLater * 30_000 });
}

/** A device that makes passkeys and knows its holder, as the browser sees one. */
async function plugInDevice(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return cdp;
}

/** No accessibility violation in that theme, and nothing wider than a phone. The themes take turns: their colours are the same on every page. */
async function judge(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 780 });
  await page.emulateMedia({ colorScheme });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${page.url()}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(360);
  if (size) await page.setViewportSize(size);
}

test("an authenticator app is set up, asked for after the password, and a recovery code stands in for it", async ({
  page,
}) => {
  const email = await newPerson(page, "Ada");
  await setPassword(page);
  await page.goto(WAYS);
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  await expect(page.getByRole("img", { name: /Picture of the secret/ })).toBeVisible();
  const secret = await readKey(page);
  await judge(page, "dark");
  await page.getByLabel("Code that the app shows now").fill("000000");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("That is not the code of this moment").first()).toBeVisible();
  await page.getByLabel("Code that the app shows now").fill(codeOf(secret));
  await page.getByRole("button", { name: "Confirm" }).click();

  const codes = page.getByRole("region", { name: "Recovery codes" });
  await expect(codes.getByRole("listitem")).toHaveCount(10);
  const [recoveryCode = ""] = await codes.getByRole("listitem").allTextContents();
  await judge(page, "light");
  const downloading = page.waitForEvent("download");
  await codes.getByRole("link", { name: "Download" }).click();
  expect((await downloading).suggestedFilename()).toBe("episodic-recovery-codes.txt");
  await page.getByRole("link", { name: "Continue" }).click();
  await expect(page.getByText("10 of your recovery codes are left.")).toBeVisible();
  expect(await page.content()).not.toContain(recoveryCode);

  await signOut(page);
  await enterPassword(page, email, "/account/sessions");
  await expect(page.getByRole("heading", { name: "One more proof" })).toBeVisible();
  for (const elsewhere of ["/", "/projects", "/account", "/account/sign-in", "/welcome", "/organizations"]) {
    await page.goto(elsewhere);
    await expect(page).toHaveURL(/\/sign-in\/second-factor/);
  }
  // Half signed in, the sign-in page leads on to the step that is left, and keeps where one wanted to go.
  await page.goto("/sign-in?to=%2Faccount%2Fsessions");
  await page.getByLabel("Code of your authenticator app").fill("000000");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("That code is not right").first()).toBeVisible();
  await page.getByLabel("Code of your authenticator app").fill(codeOf(secret, 1));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/account\/sessions$/);

  await signOut(page);
  await enterPassword(page, email, "/account/sign-in");
  await page.getByText("None of these is at hand").click();
  await judge(page, "dark");
  await page.getByLabel("Recovery code").fill(recoveryCode.toUpperCase().replace("-", " "));
  await page.getByRole("button", { name: "Use this code" }).click();
  await expect(page.getByText("9 of your recovery codes are left.")).toBeVisible();
  const mail = await waitForMail(email, { subject: /^A recovery code was used$/ });
  expect(mail.text).toContain("9 are left.");

  // Signed out from the step itself, nothing of it is left.
  await signOut(page);
  await enterPassword(page, email, "/");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in(\?|$)/);
  await page.goto("/sign-in/second-factor");
  await expect(page).toHaveURL(/\/sign-in\?to=/);
});

test("a passkey is added, signs in by itself and as a second factor, by keyboard alone", async ({ page }) => {
  const email = await newPerson(page, "Bea");
  await setPassword(page);
  const cdp = await plugInDevice(page);
  await page.goto(WAYS);
  const name = page.getByLabel("Name of the new passkey");
  await tabTo(page, name);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Bea’s laptop");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Recovery codes" }).getByRole("listitem")).toHaveCount(10);
  await expect(page.getByText("The passkey is kept.")).toBeVisible();

  await signOut(page);
  await page.goto(`/sign-in?to=${encodeURIComponent("/account/sessions")}`);
  await tabTo(page, page.getByRole("button", { name: "Use a passkey" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/account\/sessions$/);

  await signOut(page);
  await enterPassword(page, email, WAYS);
  await tabTo(page, page.getByRole("button", { name: "Use your passkey" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/account\/sign-in$/);

  // The device holds one of theirs already.
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("This device holds a passkey of yours already.")).toBeVisible();

  await page.locator("summary").filter({ hasText: "Bea’s laptop" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Old laptop");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.locator("summary").filter({ hasText: "Old laptop" })).toBeVisible();
  await expect(page.getByText("This is your only second factor.").first()).toBeVisible();
  await page.getByRole("button", { name: "Remove Old laptop" }).click();
  await expect(page.getByText("You have no second factor yet.")).toBeVisible();
  await waitForMail(email, { subject: /^Your account was changed$/, count: 3 });

  // The device still offers it, and it opens nothing.
  await signOut(page);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByText("That passkey did not work here.")).toBeVisible();
  await cdp.detach();
});

test("an organisation that demands a second factor opens once there is one, and keeps nobody prisoner", async ({
  page,
}) => {
  const email = await newPerson(page, "Cleo");
  const codes = page.getByRole("region", { name: "Recovery codes" }).getByRole("listitem");
  await plugInDevice(page);
  await page.goto(WAYS);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(codes).toHaveCount(10);
  await page.goto("/settings");
  await page.getByLabel("Everybody must have a second factor").check();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByRole("status").first()).toBeVisible();
  await page.goto(WAYS);
  await page.locator("summary").first().click();
  await expect(
    page.getByText("Factors of Cleo demands one, and will be closed to you").first(),
  ).toBeVisible();
  await judge(page, "light");
  await page
    .getByRole("button", { name: /^Remove / })
    .first()
    .click();
  await expect(page.getByText("You have no second factor yet.")).toBeVisible();

  const heading = page.getByRole("heading", { name: "Factors of Cleo asks for a second factor" });
  for (const address of ["/", "/projects", "/settings"]) {
    await page.goto(address);
    await expect(heading).toBeVisible();
  }
  for (const open of ["/account", "/account/sign-in", "/organizations"]) {
    await page.goto(open);
    await expect(page).toHaveURL(new RegExp(`${open}$`));
  }
  await page.goto("/");
  await judge(page, "dark");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(codes).toHaveCount(10);
  await page.getByRole("link", { name: "Continue" }).click();
  await expect(page).toHaveURL(/localhost:\d+\/$/);
  await expect(page.getByRole("navigation", { name: "Main", exact: true })).toBeVisible();

  // The operator's link is the way for who lost everything.
  await signOut(page);
  await comeInByLink(page, signInLinkFor(email));
  await expect(page).toHaveURL(/localhost:\d+\/$/);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("an app is set up and shown, and no passkey is offered", async ({ page }) => {
    const email = await newPerson(page, "Dora");
    await setPassword(page);
    await page.goto(WAYS);
    await expect(page.getByRole("button", { name: "Add a passkey" })).toBeHidden();
    await page.getByRole("button", { name: "Set up an authenticator app" }).click();
    const secret = await readKey(page);
    await page.getByLabel("Code that the app shows now").fill(codeOf(secret));
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByRole("region", { name: "Recovery codes" }).getByRole("listitem")).toHaveCount(10);
    await page.getByRole("link", { name: "Continue" }).click();
    await signOut(page);
    await enterPassword(page, email, WAYS);
    await page.getByLabel("Code of your authenticator app").fill(codeOf(secret, 1));
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL(/\/account\/sign-in$/);
  });
});
