import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Brief } from "../../brief.ts";

/** The telling words of the project's goal. */
export function goalStemsOf(project: Brief["project"]): Set<string> {
  const tokens = linguistFor(project.language)
    .read(project.goal)
    .flatMap((sentence) => sentence.tokens);
  return new Set(tokens.filter((token) => token.isContent).map((token) => token.stem));
}
