import { execFileSync } from "node:child_process";

/** Runs the command line against the system under test, and gives the path of the sign-in link that it prints. */
function linkFrom(words: readonly string[]): string {
  const printed = execFileSync(process.execPath, ["src/cli/main.ts", ...words], {
    // An empty variable counts as unset: the system under test is that of the data folder and no other.
    env: { ...process.env, DATA_DIR: ".data/e2e", DATABASE_URL: "", EPISODIC_SECRET: "", ORIGIN: "" },
    encoding: "utf8",
  });
  const [link] = /https?:\/\/\S+\/sign-in\/\S+/.exec(printed) ?? [];
  if (!link) throw new Error(`There is no link in: ${printed}`);
  return new URL(link).pathname;
}

/** Makes an organization, and gives the path of its owner's one-time link. */
export function addOrganization(name: string, owner: string): string {
  return linkFrom(["add-organization", "--name", name, "--owner", owner, "--zone", "Europe/Berlin"]);
}

/** The path of a one-time link for somebody. */
export function signInLinkFor(email: string): string {
  return linkFrom(["sign-in-link", "--email", email]);
}
