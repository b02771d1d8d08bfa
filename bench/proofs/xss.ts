import { type Browser, chromium, type Page } from "@playwright/test";
import { ensureChromium } from "#cli/test-run/ensure-chromium.ts";
import { findChromium } from "#cli/test-run/find-chromium.ts";
import type { Proof } from "../proof.ts";
import { type Planted, plantXss } from "../safety/plant-xss.ts";
import { buildRoot, ROOT, type WebLab, withWebLab } from "../safety/web-lab.ts";
import { ELSEWHERE, xssPayloads } from "../safety/xss-payloads.ts";

const MOST_PAGES_ON = 4;
const MOST_SHOWN = 20;
/** Runs where nothing stops it: without it a proof that sees nothing would prove nothing. */
const CONTROL = `<img src="${ELSEWHERE}/control" onerror="pwned(-1)">`;

export const proof: Proof = {
  name: "xss",
  says: "No script in anything that people write runs in a real browser, with the policy on and switched off",
  quick: false,
  async run() {
    await ensureChromium();
    await buildRoot();
    const payloads = xssPayloads();
    return withWebLab("xss", ROOT, async (lab) => {
      const planted = await plantXss(lab.database.app, lab.admin, payloads);
      const executablePath = findChromium();
      const browser = await chromium.launch({
        args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
        ...(executablePath === null ? {} : { executablePath }),
      });
      try {
        const on = await visitAll(browser, lab, planted, false);
        const off = await visitAll(browser, lab, planted, true);
        const problems = [...on.problems, ...off.problems];
        for (const problem of problems.slice(0, MOST_SHOWN)) console.log(problem.slice(0, 400));
        const figure =
          `${payloads.length} payloads × ${planted.fields.length} fields on ${on.pages} pages with the policy and ${off.pages} without; ` +
          `seen ${on.seen} and ${off.seen} times as text; ${problems.length} ran`;
        return {
          ok: problems.length === 0 && on.seen > payloads.length && off.seen > payloads.length,
          figure,
        };
      } finally {
        await browser.close();
      }
    });
  },
};

interface Visit {
  pages: number;
  /** How often a call of a payload stood in a page as words. */
  seen: number;
  problems: string[];
}

async function visitAll(browser: Browser, lab: WebLab, planted: Planted, isOff: boolean): Promise<Visit> {
  const context = await browser.newContext({ baseURL: lab.origin, bypassCSP: isOff });
  const [name, value] = planted.cookie.split("=") as [string, string];
  await context.addCookies([{ name, value, url: lab.origin }]);
  const page = await context.newPage();
  const ran = await watch(page);
  const visit: Visit = { pages: 0, seen: 0, problems: [] };
  const mode = isOff ? "without the policy" : "with the policy";
  await proveHook(page, ran, isOff);
  if (ran.includes("control") !== isOff)
    visit.problems.push(`the control ${isOff ? "did not run" : "ran"} ${mode}`);
  for (const address of planted.pages) {
    let next: string | null = address;
    for (let turned = 0; next !== null && turned < MOST_PAGES_ON; turned += 1) {
      ran.length = 0;
      const response = await page.goto(next);
      await page.waitForLoadState("load");
      await page.waitForTimeout(300);
      if (response === null || response.status() >= 500) visit.problems.push(`${next} breaks ${mode}`);
      await page.keyboard.press("Control+k");
      const { seen, wrong, onward } = await page.evaluate(lookAround);
      await page.waitForTimeout(50);
      visit.pages += 1;
      visit.seen += seen;
      visit.problems.push(...[...ran, ...wrong].map((what) => `${next} ${mode}: ${what}`));
      next = onward;
    }
  }
  await context.close();
  return visit;
}

/** Hears of everything that a payload tries: a call, a dialog, a request to elsewhere. */
async function watch(page: Page): Promise<string[]> {
  const ran: string[] = [];
  await page.exposeFunction("pwned", (n: number) => ran.push(n === -1 ? "control" : `payload ${n} ran`));
  page.on("dialog", (dialog) => {
    ran.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => ran.push(`a window: ${popup.url()}`));
  page.on("framenavigated", (frame) => {
    if (!/^(?:http:\/\/localhost:\d+\/|about:blank$)/.test(frame.url())) ran.push(`leads to ${frame.url()}`);
  });
  await page.route(
    (url) => url.href.startsWith(ELSEWHERE),
    (route) => {
      if (!route.request().url().endsWith("/control")) ran.push(`fetches ${route.request().url()}`);
      return route.abort();
    },
  );
  return ran;
}

async function proveHook(page: Page, ran: string[], isOff: boolean): Promise<void> {
  await page.route("**/account", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("</body>", `${CONTROL}</body>`) });
  });
  await page.goto("/account");
  for (let tries = 0; isOff && tries < 40 && !ran.includes("control"); tries += 1)
    await page.waitForTimeout(50);
  await page.waitForTimeout(200);
  await page.unroute("**/account");
}

/** Runs in the page: what would run at a click or a key, what came in as markup, and where the list goes on. */
function lookAround(): { seen: number; wrong: string[]; onward: string | null } {
  const wrong: string[] = [];
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      const isCode = /^on/i.test(name) || /^(?:srcdoc|ping|background)$/i.test(name);
      // Browsers drop these from an address before they read its scheme.
      const plain = value.replace(/[\p{Cc}\s]/gu, "").toLowerCase();
      const isUrl = /^(?:(?:xlink:)?href|src|action|formaction)$/i.test(name);
      const isBadUrl = isUrl && /^(?:javascript|vbscript|data:text)/.test(plain);
      // What React writes into a form until its page has started; it only throws.
      const isReacts = plain.startsWith("javascript:thrownewerror('areactformwas");
      if (isCode || (isBadUrl && !isReacts))
        wrong.push(`<${element.localName} ${name}="${value.slice(0, 80)}">`);
    }
  }
  for (const element of document.querySelectorAll("iframe, object, embed, base, math, marquee, applet")) {
    wrong.push(element.outerHTML.slice(0, 120));
  }
  const seen = document.querySelector("main")?.textContent.match(/pwned/g)?.length ?? 0;
  const onward = [
    ...document.querySelectorAll("a[href*='cursor='], a[href*='after='], a[href*='before=']"),
  ].at(-1);
  return { seen, wrong, onward: onward?.getAttribute("href") ?? null };
}
