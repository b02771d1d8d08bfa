import { execFileSync } from "node:child_process";
import { type Browser, expect, type Page, test } from "@playwright/test";

/** An organization of their own, so that the owner whom the other tests share is left alone. */
function newPerson(email: string): string {
  const words = ["add-organization", "--name", `Of ${email}`, "--owner", email, "--zone", "Europe/Berlin"];
  const printed = execFileSync(process.execPath, ["src/cli/main.ts", ...words], {
    env: { ...process.env, DATA_DIR: ".data/e2e", DATABASE_URL: "", EPISODIC_SECRET: "", ORIGIN: "" },
    encoding: "utf8",
  });
  const [link] = /\S+\/sign-in\/\S+/.exec(printed) ?? [];
  return new URL(link ?? "").pathname;
}

async function chooseAt(page: Page, subject: string): Promise<void> {
  await expect(page).toHaveTitle("Provider");
  await page.getByRole("button", { name: subject, exact: true }).click();
}

async function comeInAs(page: Page, subject: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with Acme" }).click();
  await chooseAt(page, subject);
}

async function inNewBrowser<T>(
  browser: Browser,
  options: object,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await act(await context.newPage());
  } finally {
    await context.close();
  }
}

const NOT_CONNECTED = "No account here is connected to that Acme account.";

test("an account that nobody connected is refused by one text, whoever's address it bears", async ({
  browser,
}) => {
  for (const subject of ["stranger", "impostor"]) {
    await inNewBrowser(browser, {}, async (page) => {
      await comeInAs(page, subject);
      await expect(page.getByText(NOT_CONNECTED)).toBeVisible();
      expect(new URL(page.url()).search).toBe("?provider=oidc&problem=not-connected");
    });
  }
});

test("who says no at the provider is back where they began, and reads none of its words", async ({
  page,
}) => {
  await comeInAs(page, "Cancel");
  await expect(page.getByText("You did not let Acme tell us who you are")).toBeVisible();
  await expect(page.getByText("of the provider")).toHaveCount(0);
});

test("an account is connected by its owner, signs them in from then on, and no longer once disconnected", async ({
  page,
  browser,
}) => {
  await page.goto(newPerson("pia@example.test"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/welcome$/);
  await page.goto("/account/sign-in");
  await page.getByRole("button", { name: "Connect Acme" }).click();
  await chooseAt(page, "pia");
  await expect(page).toHaveURL(/\/account\/sign-in#services$/);
  await expect(page.getByText("pia of the tests")).toBeVisible();

  // Also without a script, and to the page that was asked for.
  await inNewBrowser(browser, { javaScriptEnabled: false }, async (quiet) => {
    await quiet.goto("/sign-in?to=/account");
    await quiet.getByRole("button", { name: "Continue with Acme" }).click();
    await chooseAt(quiet, "pia");
    await expect(quiet).toHaveURL(/\/account$/);
    // No cookie of the handshake stays, and none of next-auth's was ever set.
    const kept = (await quiet.context().cookies("http://localhost")).map(({ name }) => name);
    expect(kept).toContain("episodic");
    expect(kept.filter((name) => /provider|next-auth/.test(name))).toEqual([]);
  });

  await page.getByRole("button", { name: "Disconnect Acme" }).click();
  await expect(page.getByText("pia of the tests")).toHaveCount(0);
  await inNewBrowser(browser, {}, async (late) => {
    await comeInAs(late, "pia");
    await expect(late.getByText(NOT_CONNECTED)).toBeVisible();
  });
});

test("a handshake begins in our own forms alone, and leads to our own paths alone", async ({
  page,
  request,
}) => {
  const start = (headers: Record<string, string>, to = "/") =>
    request.post("/api/auth/signin/oidc", { form: { to }, headers, maxRedirects: 0 });
  for (const headers of [
    {},
    { origin: "https://elsewhere.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ]) {
    expect((await start(headers)).status()).toBe(403);
  }
  for (const path of [
    "session",
    "csrf",
    "providers",
    "signout",
    "signin",
    "error",
    "_log",
    "callback/github",
  ]) {
    expect([path, (await request.get(`/api/auth/${path}`)).status()]).toEqual([path, 404]);
  }
  expect((await request.get("/api/auth/signin/oidc")).status()).toBe(405);
  expect((await request.post("/api/auth/callback/oidc")).status()).toBe(405);

  // What leads elsewhere leads home instead; src/app/safe-path.test.ts has the other shapes.
  await page.goto("/sign-in?to=//elsewhere.example");
  await expect(page.locator("input[name=to]").first()).toHaveValue("/");
});
