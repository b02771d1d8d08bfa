import type { Fault } from "./faults.ts";
import type { CountedTokens, Protocol } from "./protocol.ts";

type Claim = Extract<Fault, { kind: "usage" }>["usage"];

const WRONG: Record<Exclude<Claim & string, "absent">, (count: number) => number> = {
  zero: () => 0,
  negative: (count) => -count - 1,
  fractional: (count) => count + 0.5,
  doubled: (count) => count * 2,
  huge: () => 2 ** 53,
};

/** The usage that a lying provider claims, in its own shape; undefined leaves it out. */
export function wrongUsage(claim: Claim, counted: CountedTokens, protocol: Protocol): unknown {
  if (claim === "absent") return undefined;
  if (typeof claim !== "string") return claim;
  const distort = WRONG[claim];
  return protocol.usage({
    uncachedInput: distort(counted.uncachedInput),
    cacheRead: distort(counted.cacheRead),
    cacheWrite: distort(counted.cacheWrite),
    output: distort(counted.output),
    reasoning: distort(counted.reasoning),
  });
}
