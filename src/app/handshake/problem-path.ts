import type { HandshakeProblem } from "./handshake-problems.ts";

/** The page that says why a handshake led nowhere: where it was begun. */
export function problemPath(
  wanted: "sign-in" | "connect",
  provider: string,
  problem: HandshakeProblem,
): string {
  const page = wanted === "connect" ? "/account/sign-in" : "/sign-in";
  return `${page}?${new URLSearchParams({ provider, problem })}`;
}
