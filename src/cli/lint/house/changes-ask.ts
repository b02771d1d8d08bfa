import type { HouseRule, TreeFile } from "./house-rule.ts";
import { isServerFile, type WrittenFunction, writtenFunctions } from "./written-functions.ts";

const CHANGING = ["POST", "PUT", "PATCH", "DELETE"];

/** Route handlers whose callers are not our pages; each has another proof of who sends. */
const OTHER_PROOF: Record<string, string> = {};

/**
 * What changes something asks first whether a page of ours sent it: an action does all that it does inside `attempt`, which asks, and a
 * route handler asks `isSameOrigin`. Before `attempt` an action may find out who asks (`await require…()`), and nothing else.
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
    const inside = functions.filter(({ isServer }) => isServer);
    return inside.flatMap(({ name, statements }) =>
      statements.length > 0 &&
      statements.every((statement, index) => mayStand(statement, index === statements.length - 1))
        ? []
        : [
            `the action ${name} must end with \`return attempt(form, …)\`, and before it only ask who it is: \`const me = await requireMe()\``,
          ],
    );
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

function mayStand(statement: string, isLast: boolean): boolean {
  return isLast
    ? /^return (?:await )?attempt\(/.test(statement)
    : /^const [^=]+ = await (?:require|find)\w+\([^()]*\);?$/.test(statement);
}
