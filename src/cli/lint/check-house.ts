import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Check } from "./check.ts";
import { finished } from "./house/finished.ts";
import type { TreeFile } from "./house/house-rule.ts";
import { names } from "./house/names.ts";
import { sizes } from "./house/sizes.ts";
import { verbFiles } from "./house/verb-files.ts";
import { verbsAsk } from "./house/verbs-ask.ts";

const HOUSE_RULES = [sizes, names, verbFiles, verbsAsk, finished];
const READABLE = /\.(tsx?|mts|mjs|js|css|sql|prisma|sh)$/;

/** The rules that no tool has, over every file that git has or would take; a check for each rule. */
export function checkHouse(root: string): Check[] {
  const files = listFiles(root);
  return HOUSE_RULES.map(({ name, problems }) => ({
    name,
    problems: files.flatMap((file) => problems(file).map((problem) => `${file.path}: ${problem}`)),
  }));
}

function listFiles(root: string): TreeFile[] {
  const options = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const paths = execFileSync("git", options, { cwd: root, encoding: "utf8" }).split("\0");
  return paths
    .filter((file) => file !== "" && existsSync(path.join(root, file)))
    .map((file) => ({
      path: file,
      text: READABLE.test(file) ? readFileSync(path.join(root, file), "utf8") : "",
    }));
}
