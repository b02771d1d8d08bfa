import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import type { Directive } from "../../directive.ts";
import type { Understanding } from "../../understanding.ts";
import { wrongPassagesSql } from "./wrong-passages.sql.ts";

const MOST_READ = 60;
/** What says the same wrong thing more often than that is not one mistake. */
const MOST_PASSAGES = 5;
/** As far apart as the words of one statement, in characters. */
const NEAR = 160;

/**
 * The directive with the passages of the project's sources that say what is wrong, where a correction names it and hangs on no block: those in
 * which the wrong words stand near a word of its topic. Any other directive as it is.
 */
export async function findWrongPassages(
  { tx, organizationId }: TxCtx,
  projectId: string,
  { directive, terms }: Pick<Understanding, "directive" | "terms">,
): Promise<Directive> {
  if (directive.kind !== "CORRECT" || directive.passageIds.length > 0) return directive;
  const { wrong } = directive;
  const topic = terms
    .flatMap((term) => term.match(/[\p{L}\p{N}]{3,}/gu) ?? [])
    .filter((word) => word !== wrong);
  if (wrong === null || topic.length === 0) return directive;
  const values = [
    organizationId,
    projectId,
    `%${escapeLike(wrong)}%`,
    topic.map((word) => `%${escapeLike(word)}%`),
  ];
  const passages = await runSql(tx, wrongPassagesSql, [...values, MOST_READ]);
  const saying = passages.filter(({ text }) => standsNear(text, wrong, topic)).map(({ id }) => id);
  return saying.length > MOST_PASSAGES ? directive : { ...directive, passageIds: saying };
}

/** Whether the words stand in the text as words of their own, with one of the topic's near. */
function standsNear(text: string, wrong: string, topic: readonly string[]): boolean {
  const lower = text.toLowerCase();
  const wanted = wrong.toLowerCase();
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
    if (isLetter(lower[at - 1]) || isLetter(lower[at + wanted.length])) continue;
    const around = lower.slice(Math.max(0, at - NEAR), at + wanted.length + NEAR);
    if (topic.some((word) => around.includes(word.toLowerCase()))) return true;
  }
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, "\\$&");
}
