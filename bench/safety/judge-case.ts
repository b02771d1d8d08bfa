import { type Answer, ask, essence } from "./ask.ts";
import type { Case } from "./find-cases.ts";

type Judged = Pick<Case, "caller" | "asked" | "mayAnswer" | "isAction">;

/** A page in pieces may differ from itself; what tells the two apart would do so every time. */
const TRIES = 4;
const REFUSING = [400, 401, 403, 404, 405];
const LEADS_AWAY = /^(?:https?:\/\/[^/]+)?\/(?:sign-in|organizations|account\/second-factor)\b|^\/sign-in\b/;

/** Asks for what must be refused and for what does not exist; what is wrong with the answers, or nothing. */
export async function judgeCase(port: number, each: Case): Promise<string[]> {
  const answer = await ask(port, each.asked);
  const problems = judgeAnswer(each, answer);
  let difference = "";
  for (let tries = 0; each.forNothing && tries < TRIES; tries += 1) {
    const told = essence(tries === 0 ? answer : await ask(port, each.asked), each.ids);
    const expected = essence(await ask(port, each.forNothing), each.ids);
    if (told === expected) return problems;
    difference = firstDifference(told, expected);
  }
  return difference ? [...problems, `answers otherwise than for nothing: ${difference}`] : problems;
}

/** What is wrong with an answer to something that is refused. */
export function judgeAnswer(each: Judged, answer: Answer): string[] {
  const problems: string[] = [];
  const secret = each.caller.secrets.find((word) => answer.body.includes(word));
  if (secret) problems.push(`tells ${secret}`);
  if (answer.status >= 500) problems.push(`breaks with ${answer.status}`);
  if (!each.mayAnswer && !isRefusal(each, answer)) {
    problems.push(`is not refused: ${answer.status} ${answer.leadsTo} ${answer.body.slice(0, 200)}`);
  }
  return problems;
}

function isRefusal({ isAction, asked }: Judged, { status, leadsTo, body }: Answer): boolean {
  if (REFUSING.includes(status) || LEADS_AWAY.test(leadsTo)) return true;
  if (isAction) return /"message":"/.test(body) && !/"done":"/.test(body);
  return asked.method === "OPTIONS" && status === 204 && body === "";
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return `…${one.slice(Math.max(0, at - 60), at + 120)}… and …${other.slice(Math.max(0, at - 60), at + 120)}…`;
}
