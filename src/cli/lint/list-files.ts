import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** Every file under `root` that git has or would take, by its path from there. */
export function listFiles(root: string): string[] {
  const options = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const files = execFileSync("git", options, { cwd: root, encoding: "utf8" }).split("\0");
  // A file that was deleted but not committed is still listed.
  return files.filter((file) => file !== "" && existsSync(path.join(root, file)));
}
