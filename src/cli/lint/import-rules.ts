import type { IForbiddenRuleType } from "dependency-cruiser";

/** From the ground up: a domain may import only those before it. The same order stands in docs/architecture.md. */
export const DOMAINS = [
  "activity",
  "people",
  "usage",
  "projects",
  "schedule",
  "sources",
  "knowledge",
  "planning",
  "episodes",
  "delivery",
  "reading",
  "chat",
];

const TESTS = "\\.test\\.tsx?$";
const ABOVE_DOMAIN = "^(src/(app|ui|cli)|jobs|prisma|bench|e2e)/";

/** Who may import whom. Tests may reach across (they set scenes), but not into another domain's `internal/`. */
export const importRules: IForbiddenRuleType[] = [
  {
    name: "platform knows nothing of the product",
    from: { path: "^src/platform/", pathNot: TESTS },
    to: { path: `${ABOVE_DOMAIN}|^src/domain/` },
  },
  {
    name: "domains do not look up",
    from: { path: "^src/domain/", pathNot: TESTS },
    to: { path: ABOVE_DOMAIN },
  },
  ...DOMAINS.slice(0, -1).map((domain, index) => ({
    name: "domains import only those below them",
    from: { path: `^src/domain/${domain}/`, pathNot: TESTS },
    to: { path: `^src/domain/(${DOMAINS.slice(index + 1).join("|")})/` },
  })),
  {
    name: "every domain has its place in the order",
    from: { path: "^src/" },
    to: { path: "^src/domain/", pathNot: `^src/domain/(${DOMAINS.join("|")})/` },
  },
  {
    name: "internal is private to its domain",
    from: { path: "^src/domain/([^/]+)/" },
    to: { path: "^src/domain/[^/]+/internal/", pathNot: "^src/domain/$1/" },
  },
  {
    name: "internal is private to its domain",
    from: { pathNot: "^(src/domain|src/testing|bench)/" },
    to: { path: "^src/domain/[^/]+/internal/" },
  },
  {
    name: "ui imports only ui",
    from: { path: "^src/ui/", pathNot: TESTS },
    to: { path: "^(src|jobs|prisma|bench|e2e)/", pathNot: "^src/ui/" },
  },
  {
    name: "pages and tasks reach the database through verbs",
    from: { path: "^(src/app|jobs/tasks)/", pathNot: TESTS },
    to: { path: "^(src/platform/db/|node_modules/(pg|@prisma/[^/]+)/)" },
  },
  {
    name: "the only door to a model",
    from: { path: "^(src|jobs|prisma)/", pathNot: `^src/(platform/models|testing)/|${TESTS}` },
    to: { path: "^node_modules/(ai|@ai-sdk/[^/]+)/" },
  },
  {
    name: "the only door to a model",
    from: { path: "^(src|jobs|prisma)/", pathNot: `^src/(platform/models|domain/usage|testing)/|${TESTS}` },
    to: { path: "^src/platform/models/" },
  },
  {
    // They take an `AskedCtx`: whether the actor may was asked by the verb that they are steps of.
    name: "steps that ask nobody are called by verbs",
    from: { path: "^(src/(app|ui|cli)|jobs|prisma)/", pathNot: TESTS },
    to: {
      path: "^src/domain/usage/(call-model|embed|(reserve|settle|release)-usage|renew-reservations)\\.ts$",
    },
  },
  {
    name: "nothing imports routes",
    from: { pathNot: "^(src/app|bench|e2e)/" },
    to: { path: "^src/app/" },
  },
  {
    name: "nothing imports jobs",
    from: { pathNot: "^(jobs|bench|e2e|src/testing)/|\\.test\\.ts$" },
    to: { path: "^jobs/" },
  },
  {
    name: "nothing imports the command line",
    from: { pathNot: "^(src/cli|bench|e2e|src/testing)/" },
    to: { path: "^src/cli/" },
  },
  {
    name: "the demo uses verbs",
    from: { path: "^prisma/demo/" },
    to: { path: "^(src/(app|ui|cli)|jobs)/" },
  },
  {
    name: "testing is for tests",
    from: { pathNot: `^(src/testing|bench|e2e)/|${TESTS}` },
    to: { path: "^src/testing/" },
  },
  {
    name: "no circles",
    from: {},
    // Type imports are erased, so a circle through one of them cannot bite; and generated code has its own ways.
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"], pathNot: "/generated/" } },
  },
  {
    name: "every import resolves",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "the product needs no development package",
    from: { path: "^(src/(app|domain|platform|ui)|jobs|prisma/demo)/", pathNot: TESTS },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
];
