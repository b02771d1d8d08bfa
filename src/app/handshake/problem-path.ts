import type { HandshakeProblem } from "./handshake-problems.ts";

interface Ended {
  wanted: "sign-in" | "connect";
  provider: string;
  problem: HandshakeProblem;
  /** The sign-in page is for who is not. */
  isSignedIn: boolean;
}

const WAYS_IN = "/account/sign-in";

/** The page that says why a handshake led nowhere: where it was begun, or where the proof is given that was missing. */
export function problemPath({ wanted, provider, problem, isSignedIn }: Ended): string {
  if (problem === "not-proven") return `/sign-in/again?${new URLSearchParams({ to: WAYS_IN })}`;
  const page = wanted === "connect" ? WAYS_IN : isSignedIn ? "/sign-in/again" : "/sign-in";
  return `${page}?${new URLSearchParams({ provider, problem })}`;
}
