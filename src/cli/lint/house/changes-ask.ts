import type { HouseRule, TreeFile } from "./house-rule.ts";
import { isServerFile, type WrittenFunction, writtenFunctions } from "./written-functions.ts";

/** What asks `isSameOrigin` before it runs what it is given. */
const DOORS = ["attempt", "askPasskey"];
/** What an action may call outside of them: to find out who asks, and to read its form. */
const HARMLESS = /^(?:require[A-Z]\w*|find[A-Z]\w*|String|get|getAll|safePath|if)$/;
const CHANGING = ["POST", "PUT", "PATCH", "DELETE"];

/** Route handlers whose callers are not our pages; each has another proof of who sends. */
const OTHER_PROOF: Record<string, string> = {};

/**
 * What changes something asks first whether a page of ours sent it: an action does all that it does inside `attempt`, which asks, and a
 * route handler asks `isSameOrigin`.
 */
export const changesAsk: HouseRule = {
  name: "what changes something asks where it comes from",
  problems(file) {
    if (/^src\/app\/.*\.tsx?$/.test(file.path) === false || /\.test\.tsx?$/.test(file.path)) return [];
    const functions = writtenFunctions(file);
    if (isRoute(file)) return functions.flatMap((each) => wrongHandler(file, each));
    const hidden = file.text.match(/["']use server["']/g)?.length ?? 0;
    if (!isServerFile(file) && hidden > functions.filter(({ isServer }) => isServer).length) {
      return ["an action inside another function is easily overlooked: move it into actions.ts"];
    }
    return functions.filter(({ isServer }) => isServer).flatMap(wrongAction);
  },
};

function isRoute({ path }: TreeFile): boolean {
  return /\/route\.tsx?$/.test(path);
}

function wrongHandler(file: TreeFile, { name, statements }: WrittenFunction): string[] {
  if (!CHANGING.includes(name) || file.path in OTHER_PROOF) return [];
  return statements.some((statement) => /\bisSameOrigin\(/.test(statement))
    ? []
    : [`${name} must ask isSameOrigin(request) and answer 403 when it is not`];
}

function wrongAction({ name, statements }: WrittenFunction): string[] {
  const written = statements.join("\n");
  const isBehindDoor = DOORS.some((door) => new RegExp(`\\b${door}\\(`).test(written));
  const outside = [...withoutDoors(written).matchAll(/([\w$]+)\s*\(/g)].map(([, called]) => called ?? "");
  const first = outside.find((called) => !HARMLESS.test(called));
  if (isBehindDoor && first === undefined) return [];
  const what = first === undefined ? "asks nobody" : `calls ${first} outside attempt`;
  return [
    `the action ${name} ${what}: do what it does inside \`attempt(form, …)\`, which asks where it comes from`,
  ];
}

/** What is written, less the calls of doors with all that is inside them. */
function withoutDoors(written: string): string {
  const start = new RegExp(`\\b(?:${DOORS.join("|")})\\(`).exec(written);
  if (!start) return written;
  let depth = 1;
  let end = start.index + start[0].length;
  for (; end < written.length && depth > 0; end += 1) {
    if (written[end] === "(") depth += 1;
    if (written[end] === ")") depth -= 1;
  }
  return written.slice(0, start.index) + withoutDoors(written.slice(end));
}
