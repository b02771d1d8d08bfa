import { readFileSync } from "node:fs";
import path from "node:path";
import type { Check } from "./check.ts";
import { changesAsk } from "./house/changes-ask.ts";
import { finished } from "./house/finished.ts";
import { givenTime } from "./house/given-time.ts";
import type { HouseRule, TreeFile } from "./house/house-rule.ts";
import { names } from "./house/names.ts";
import { sizes } from "./house/sizes.ts";
import { verbFiles } from "./house/verb-files.ts";
import { verbsAsk } from "./house/verbs-ask.ts";
import { listFiles } from "./list-files.ts";

const HOUSE_RULES = [sizes, names, verbFiles, verbsAsk, changesAsk, givenTime, finished];
const READABLE = /\.(tsx?|mts|mjs|js|css|sql|prisma|sh)$/;

/** The rules that no tool has, over every file that git has or would take; a check for each rule. */
export function checkHouse(root: string): Check[] {
  const files = listFiles(root).map((file) => ({
    path: file,
    text: READABLE.test(file) ? readFileSync(path.join(root, file), "utf8") : "",
  }));
  return HOUSE_RULES.map((rule) => ({
    name: rule.name,
    problems: files.flatMap((file) => problemsOf(rule, file).map((problem) => `${file.path}: ${problem}`)),
  }));
}

function problemsOf(rule: HouseRule, file: TreeFile): string[] {
  try {
    return rule.problems(file);
  } catch (error) {
    return [`can't be read: ${error instanceof Error ? error.message.trim() : error}`];
  }
}
