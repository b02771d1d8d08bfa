import type { HouseRule } from "./house-rule.ts";

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** Next gives meaning to `(group)`, `[param]`, `[[...rest]]`, `@slot` and `_private`. */
const ROUTE_SEGMENT = /^(\([a-z-]+\)|\[{1,2}(\.\.\.)?[a-zA-Z]+\]{1,2}|@[a-z-]+|_[a-z-]+)$/;
const VAGUE = /(^|[-.])(utils?|helpers?|services|managers?|misc|common)([-.]|$)/;

/** Paths are kebab-case, and say what lies there rather than that something does. */
export const names: HouseRule = {
  name: "paths are kebab-case and say what lies there",
  problems({ path }) {
    if (!/^(src|jobs|bench|e2e|prisma)\//.test(path) || path.startsWith("prisma/migrations/")) return [];
    return path.split("/").flatMap((segment) => {
      const isRoute = path.startsWith("src/app/") && ROUTE_SEGMENT.test(segment);
      if (!isRoute && !KEBAB.test(segment)) return [`"${segment}" is not kebab-case`];
      return VAGUE.test(segment) ? [`"${segment}" does not say what is in it`] : [];
    });
  },
};
