import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** The executable of a Chromium for the browser tests: Playwright's own, else the system's; null when there is none. */
export function findChromium(): string | null {
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  const search = SYSTEM_NAMES.map((name) => `command -v ${name}`).join(" || ");
  const found = spawnSync("sh", ["-c", search], { encoding: "utf8" }).stdout.trim();
  if (found !== "") return found;
  return existsSync(MAC_CHROME) ? MAC_CHROME : null;
}
