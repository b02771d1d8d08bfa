import { isAtLeast } from "#domain/people/permissions.ts";
import { testKeys } from "#testing/test-keys.ts";
import { actionCall, fromOurPage, type Question } from "./ask.ts";
import { DESCRIBED_ACTIONS, type DescribedAction } from "./described-actions.ts";
import { DESCRIBED_ROUTES, type DescribedRoute } from "./described-routes.ts";
import type { Build } from "./read-build.ts";
import { type Caller, type Kind, missing, type Scene } from "./two-organizations.ts";

/** Something that must be refused, beside the same for what does not exist. */
export interface Case {
  what: string;
  caller: Caller;
  asked: Question;
  /** The same for ids that name nothing; null where the address has none. */
  forNothing: Question | null;
  /** The ids that differ between the two. */
  ids: string[];
  /** The caller may see the page, without what the id names: in its query, or in the address of a page for anybody. */
  mayAnswer: boolean;
  isAction: boolean;
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What the build has and no table describes. */
export function undescribed({ routes, actions }: Build): string[] {
  return [
    ...routes.filter(({ pattern }) => !DESCRIBED_ROUTES[pattern]).map(({ pattern }) => `route ${pattern}`),
    ...actions.filter(({ name }) => !DESCRIBED_ACTIONS[name]).map(({ name }) => `action ${name}`),
  ];
}

/** Every route × caller × id × method, and every action × caller × id, that the tables say is refused. */
export function findCases(build: Build, scene: Scene, origin: string): Case[] {
  return scene.callers.flatMap((caller) => [
    ...build.routes.flatMap(({ pattern }) => routeCases(pattern, caller, scene, origin)),
    ...build.actions.flatMap((action) => actionCases(action, caller, scene, origin)),
  ]);
}

function routeCases(pattern: string, caller: Caller, scene: Scene, origin: string): Case[] {
  const route = DESCRIBED_ROUTES[pattern];
  if (!route) return [];
  const variants = idVariants(route.ids ?? {}, caller, scene);
  const isBelow = isRefused(route, caller);
  if (variants.length === 0 && !isBelow) return [];
  const named = variants.length > 0 ? variants : [{ name: "", ...bothIds(route.ids ?? {}, scene, caller) }];
  return named.flatMap(({ name, theirs, nothing }, index) => {
    const isInQuery = Object.keys(route.ids ?? {}).some((each) => !pattern.includes(`[${each}]`));
    const mayAnswer = !isBelow && isInQuery && (name === "" || !pattern.includes(`[${name}]`));
    return (index === 0 ? METHODS : ["GET"]).map((method) => {
      const question = (ids: Record<string, string>): Question => ({
        method,
        path: addressOf(pattern, route, ids),
        headers: headersOf(caller, origin),
        ...(method.startsWith("P") ? { body: "x" } : {}),
        ...(route.isStream ? { isStream: true } : {}),
      });
      return {
        what: `${method} ${pattern}${name ? ` by ${name}` : ""}`,
        caller,
        asked: question(theirs),
        forNothing: isDifferent(theirs, nothing) ? question(nothing) : null,
        ids: [...Object.values(theirs), ...Object.values(nothing)],
        mayAnswer: mayAnswer || route.who === "anyone",
        isAction: false,
      };
    });
  });
}

function actionCases(
  { id, name: action, pattern }: Build["actions"][number],
  caller: Caller,
  scene: Scene,
  origin: string,
): Case[] {
  const described = DESCRIBED_ACTIONS[action];
  if (!described || (described.endsSession && caller.role !== null)) return [];
  const variants = idVariants(described.ids ?? {}, caller, scene);
  const isBelow = isRefused(described, caller);
  if (variants.length === 0 && !isBelow) return [];
  const named =
    variants.length > 0 ? variants : [{ name: "", ...bothIds(described.ids ?? {}, scene, caller) }];
  const page = DESCRIBED_ROUTES[pattern];
  const place = bothIds(page?.ids ?? {}, scene, caller).theirs;
  return named.map(({ name, theirs, nothing }) => {
    const question = (ids: Record<string, string>): Question => {
      const call = actionCall(id, described.isQuestion ? null : { ...described.fields, ...ids });
      return {
        method: "POST",
        path: addressOf(pattern, page ?? { who: "anyone" }, place),
        headers: { ...headersOf(caller, origin), ...call.headers },
        body: call.body,
      };
    };
    return {
      what: `${action}${name ? ` by ${name}` : ""}`,
      caller,
      asked: question(theirs),
      forNothing: isDifferent(theirs, nothing) ? question(nothing) : null,
      ids: [...Object.values(theirs), ...Object.values(nothing)],
      mayAnswer: described.who === "anyone",
      isAction: true,
    };
  });
}

function isRefused({ who }: DescribedRoute | DescribedAction, { role }: Caller): boolean {
  if (who === "anyone") return false;
  return role === null || (who !== "person" && !isAtLeast(role, who));
}

/** All ids foreign at once, and each of them alone beside the caller's own. */
function idVariants(ids: Record<string, Kind>, caller: Caller, scene: Scene) {
  const foreign = Object.entries(ids).filter(([, kind]) => caller.foreign.includes(kind));
  if (foreign.length === 0) return [];
  const { own } = caller;
  const all = { name: "", ...bothIds(ids, scene, caller) };
  if (!own || Object.keys(ids).length === 1) return [all];
  const kept = Object.fromEntries(Object.entries(ids).map(([name, kind]) => [name, own[kind]]));
  return [
    all,
    ...foreign.map(([name, kind]) => ({
      name,
      theirs: { ...kept, [name]: scene.victim[kind] },
      nothing: { ...kept, [name]: missing({ keys: testKeys }, kind) },
    })),
  ];
}

/** The victim's ids, and beside them names for nothing; what the caller may see anyway is the same in both. */
function bothIds(ids: Record<string, Kind>, { victim }: Scene, { sees }: Caller) {
  const entries = Object.entries(ids);
  const nothing = (kind: Kind) => (sees.includes(kind) ? victim[kind] : missing({ keys: testKeys }, kind));
  return {
    theirs: Object.fromEntries(entries.map(([name, kind]) => [name, victim[kind]])),
    nothing: Object.fromEntries(entries.map(([name, kind]) => [name, nothing(kind)])),
  };
}

function isDifferent(one: Record<string, string>, other: Record<string, string>): boolean {
  return Object.keys(one).some((name) => one[name] !== other[name]);
}

function headersOf({ cookie }: Caller, origin: string): Record<string, string> {
  return { ...fromOurPage(origin), ...(cookie ? { cookie } : {}) };
}

/** The address with its segments filled in; what is no segment goes into the query. */
export function addressOf(pattern: string, route: DescribedRoute, ids: Record<string, string>): string {
  const texts = { ...route.texts, ...ids };
  const path = pattern.replace(/\[(\w+)\]/g, (_, name: string) => texts[name] ?? "none");
  const query = new URLSearchParams(Object.entries(ids).filter(([name]) => !pattern.includes(`[${name}]`)));
  return query.size > 0 ? `${path}?${query}` : path;
}
