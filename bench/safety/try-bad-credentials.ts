import { ask, essence } from "./ask.ts";
import { DESCRIBED_ROUTES } from "./described-routes.ts";
import { addressOf } from "./find-cases.ts";
import type { Build } from "./read-build.ts";
import type { Scene } from "./two-organizations.ts";

const LONG = "a".repeat(8_000);
const BEARERS = [
  "Bearer",
  "Bearer ",
  "bearer null",
  "Bearer \t",
  "Bearer %00",
  "Bearer a b c",
  `Bearer ${LONG}`,
  "Basic !!!",
  "Bearer é",
  "Bearer eyJhbGciOiJub25lIn0.e30.",
  "Bearer ' or 1=1--",
];

/** Malformed bearer headers and cookies, on every route that asks who it is: each is answered as nobody is. */
export async function tryBadCredentials(
  port: number,
  { routes }: Build,
  scene: Scene,
): Promise<{ tried: number; problems: string[] }> {
  const real = scene.callers.find(({ cookie }) => cookie)?.cookie ?? "";
  const [name, token = ""] = real.split("=");
  const flipped = token.replace(/^./, (first) => (first === "A" ? "B" : "A"));
  const cookies = [
    "",
    "%",
    "%00",
    "%E0%A4%A",
    `"${token}`,
    LONG,
    token.slice(1),
    `${token}A`,
    flipped,
    token.toUpperCase(),
    `${token}%00`,
    "null",
    "undefined",
    "[object Object]",
    "../../x",
    "' or 1=1--",
    "__proto__",
  ];
  const headers = [
    ...BEARERS.map((authorization) => ({ authorization: Buffer.from(authorization).toString("latin1") })),
    ...cookies.map((value) => ({ cookie: `${name}=${value}` })),
    ...[`__Host-${real}`, `${name?.toUpperCase()}=${token}`, `;;=;${name}`, `${name}[]=${token}`].map(
      (cookie) => ({ cookie }),
    ),
  ];
  const problems: string[] = [];
  let tried = 0;
  for (const { pattern } of routes) {
    const route = DESCRIBED_ROUTES[pattern];
    if (!route || route.who === "anyone" || route.isStream) continue;
    const ids = Object.fromEntries(
      Object.entries(route.ids ?? {}).map(([id, kind]) => [id, scene.victim[kind]]),
    );
    const path = addressOf(pattern, route, ids);
    // Whoever brings a token that could be one is looked up first, which may send the same page in other pieces.
    const asNobody = async () => [
      essence(await ask(port, { path }), Object.values(ids)),
      essence(await ask(port, { path, headers: { cookie: `${name}=${flipped}` } }), Object.values(ids)),
    ];
    let nobody = await asNobody();
    for (const bad of headers) {
      tried += 1;
      const said = async () => essence(await ask(port, { path, headers: bad }), Object.values(ids));
      if (nobody.includes(await said())) continue;
      nobody = [...nobody, ...(await asNobody())];
      if (!nobody.includes(await said())) {
        problems.push(`${pattern} with ${JSON.stringify(bad).slice(0, 80)} is not answered as nobody is`);
      }
    }
  }
  return { tried, problems };
}
