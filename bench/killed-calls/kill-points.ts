import pg from "pg";

/** Where in a call, or in keeping what came of it, a process is killed; at `random` from outside and any time. */
export const KILL_POINTS = [
  "before it is reserved",
  "after it is reserved",
  "before it is sent",
  "while it is under way",
  "when the answer begins",
  "when the answer is whole",
  "before it is settled",
  "after it is settled",
  "before the phase is kept",
  "while the phase is kept",
  "after the phase is kept",
  "at random",
] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

/** Long enough for the request to leave, and for a server next door to have begun on it. */
const UNDER_WAY_MS = 3;

/** Makes this process kill itself when it comes to a point for the nth time, as `kill -9` does: nothing is tidied up. */
export function dieAt(point: KillPoint, nth: number): void {
  let left = nth;
  const reach = (reached: KillPoint): void => {
    if (reached !== point) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, "SIGKILL");
  };
  watchDatabase(reach);
  watchNetwork(reach);
}

type Reach = (point: KillPoint) => void;

/** Every statement goes through this one function, Prisma's as a promise and the pool's with a callback. */
function watchDatabase(reach: Reach): void {
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const keeping = new WeakSet<object>();
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const { name, text, values } = readQuery(given[0]);
    const keeps = /UPDATE "public"."generation_phase"/.test(text) && values.includes("DONE");
    const after = () => {
      if (name === "reserve_usage") reach("after it is reserved");
      if (name === "settle_usage") reach("after it is settled");
      if (keeps) reach("while the phase is kept");
      if (keeps) keeping.add(this);
      if (text === "COMMIT" && keeping.delete(this)) reach("after the phase is kept");
    };
    if (name === "reserve_usage") reach("before it is reserved");
    if (name === "settle_usage") reach("before it is settled");
    if (keeps) reach("before the phase is kept");
    const at = given.findIndex((each) => typeof each === "function");
    const callback = given[at];
    if (typeof callback === "function") {
      given[at] = (...result: unknown[]) => {
        after();
        callback(...result);
      };
    }
    const result = query.apply(this, given);
    return result instanceof Promise ? result.finally(after) : result;
  } as typeof pg.Client.prototype.query;
}

function readQuery(given: unknown): { name: string; text: string; values: unknown[] } {
  if (typeof given === "string") return { name: "", text: given, values: [] };
  const { name = "", text = "", values = [] } = (given ?? {}) as Partial<ReturnType<typeof readQuery>>;
  return { name, text, values };
}

function watchNetwork(reach: Reach): void {
  const send = globalThis.fetch;
  globalThis.fetch = async (address, init) => {
    reach("before it is sent");
    setTimeout(() => reach("while it is under way"), UNDER_WAY_MS);
    const response = await send(address, init);
    reach("when the answer begins");
    const whole = new TransformStream<Uint8Array, Uint8Array>({
      flush: () => reach("when the answer is whole"),
    });
    const { status, headers } = response;
    return new Response(response.body?.pipeThrough(whole) ?? null, { status, headers });
  };
}
