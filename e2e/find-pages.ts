import { globSync } from "node:fs";
import type { Page } from "@playwright/test";

let found: readonly string[] | undefined;

/** Every page, found by the links that people have; looked for once in each file of tests. */
export async function findPages(page: Page): Promise<string[]> {
  found ??= await lookForPages(page);
  return [...found];
}

async function lookForPages(page: Page): Promise<string[]> {
  await page.goto("/");
  const episode = await page.locator('a[href^="/read/"]').first().getAttribute("href");
  await page.goto("/queue?view=past");
  const run = await page.locator('a[href*="/runs/"]').first().getAttribute("href");
  const project = run?.replace(/\/runs\/.*/, "") ?? "";
  await page.goto(`${project}/sources`);
  const source = await page.locator('table a[href*="/sources/"]').first().getAttribute("href");
  await page.goto("/members");
  const member = await page.locator('table a[href^="/members/"]').first().getAttribute("href");
  await page.goto("/usage/calls?period=90");
  const call = await page.locator('table a[href^="/usage/calls/"]').first().getAttribute("href");
  const note = await findNote(page, project);
  const memory = await findMemory(page, project);
  const parts = [
    "",
    "/episodes",
    "/notes",
    "/notes?column=waiting",
    "/notes/conflicts",
    "/notes/new",
    "/memory",
    "/memory?text=slots",
    "/memory/merge",
    "/sources",
    "/cadence",
    "/settings",
  ].map((part) => project + part);
  return [
    ...[
      "/",
      "/projects",
      "/projects/new",
      "/queue",
      "/queue?view=past",
      "/usage",
      "/usage/calls",
      "/usage/calls?settled=unpriced&from=2020-01-01&until=2020-01-02",
      "/usage/budgets",
      "/usage/budgets?ceiling=12.50",
      "/usage/prices",
      "/notes",
      "/notes?show=news",
      "/account",
      "/welcome",
    ],
    ...parts,
    ...[
      "/members",
      "/settings",
      "/settings/models",
      "/audit",
      "/organizations",
      "/invitation/not-a-link",
      "/sign-in/again",
    ],
    ...["sign-in", "sessions", "data", "authenticator-app", "second-factor"].map(
      (part) => `/account/${part}`,
    ),
    ...[run, source, episode, member, call, note].filter((address) => address !== null),
    ...memory,
    ...(note === null ? [] : [`${note}/preview`]),
    ...["/sign-in/not-a-link", "/projects/not-a-project", "/read/not-an-episode"],
  ];
}

/** A note of whoever asks; sends one where there is none. */
async function findNote(page: Page, project: string): Promise<string | null> {
  await page.goto("/notes");
  const own = page.locator('main li a[href*="/notes/"]');
  if ((await own.count()) === 0) {
    await page.goto(`${project}/notes/new`);
    const form = page.locator("[data-note-page]");
    await form.getByLabel("Your note").fill("More about the slots, please.");
    await form.getByRole("button", { name: "Send the note" }).click();
    await page.getByRole("link", { name: "Follow this note" }).waitFor();
    await page.goto("/notes");
  }
  return own.first().getAttribute("href");
}

/** A memory, added where there is none, and where what came from the same person is forgotten. */
async function findMemory(page: Page, project: string): Promise<string[]> {
  await page.goto(`${project}/memory`);
  const memories = page.getByRole("list", { name: "Memories" });
  if ((await memories.count()) === 0) {
    await page.getByText("Add a memory").click();
    await page.getByLabel("What is to be remembered").fill("This team says slot, never deadline.");
    await page.getByRole("button", { name: "Add it" }).click();
    await memories.waitFor();
  }
  const memory = await memories.getByRole("link").first().getAttribute("href");
  await page.goto(memory ?? "");
  const occasion = page.getByRole("link", { name: "Forget everything that came from there…" });
  return [memory, await occasion.getAttribute("href")].filter((address) => address !== null);
}

/** The addresses that the files of pages stand for, as patterns: a group is no part of them, a parameter is any word. */
export function pagePatterns(): string[] {
  const files = globSync("src/app/**/page.tsx");
  return files.map((file) =>
    file
      .replace(/^src\/app|\/page\.tsx$/g, "")
      .replace(/\/\([^)]+\)/g, "")
      .replace(/^$/, "/"),
  );
}

/** The pattern that an address belongs to: of several, the one with the fewest parameters, as Next.js chooses. */
export function patternOf(address: string, patterns: readonly string[]): string | undefined {
  const { pathname } = new URL(address, "http://localhost");
  const fits = patterns.filter((pattern) =>
    new RegExp(`^${pattern.replace(/\[[^\]]+\]/g, "[^/]+")}$`).test(pathname),
  );
  return fits.sort((a, b) => a.split("[").length - b.split("[").length)[0];
}
