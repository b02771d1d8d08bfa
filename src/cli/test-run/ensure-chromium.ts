import { existsSync } from "node:fs";
import { execa } from "execa";
import { findChromium } from "./find-chromium.ts";

/**
 * Finds a Chromium, or installs one with its progress in view: Playwright's, or Debian's package when this is root.
 *
 * @throws Error that says what to install by hand.
 */
export async function ensureChromium(): Promise<string> {
  return (
    findChromium() ??
    (await install("playwright", ["install", "chromium"])) ??
    (await fromDebian()) ??
    giveUp()
  );
}

async function fromDebian(): Promise<string | null> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  await install("apt-get", ["update"]);
  return install("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
}

async function install(command: string, args: string[]): Promise<string | null> {
  console.log(`No Chromium found: ${command} ${args.join(" ")}`);
  await execa(command, args, {
    preferLocal: true,
    reject: false,
    stdio: ["ignore", "inherit", "inherit"],
    env: { DEBIAN_FRONTEND: "noninteractive" },
  });
  return findChromium();
}

function giveUp(): never {
  throw new Error(
    "The browser tests need a Chromium, and none could be installed. Install the system's package (chromium or google-chrome), " +
      "or run `npx playwright install chromium` with a network, and run the tests again.",
  );
}
