import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { listFiles } from "#cli/lint/list-files.ts";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** The text of a file of the project, by its path from the root. */
export function readFromRoot(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/** Every text file of the project with its text. Pictures and the like are left out. */
export function readTree(): Map<string, string> {
  const texts = listFiles(ROOT).map((file) => [file, readFromRoot(file)] as const);
  return new Map(texts.filter(([, text]) => !text.includes("\0")));
}
