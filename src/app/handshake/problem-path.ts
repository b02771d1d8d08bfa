import type { HandshakeProblem } from "./handshake-problems.ts";

interface Ended {
  wanted: "sign-in" | "connect";
  provider: string;
  problem: HandshakeProblem;
  /** The sign-in page is for who is not. */
  isSignedIn: boolean;
}

/** Where accounts of other services are connected. */
export const SERVICES_PATH = "/account/sign-in#services";

/** The page that says why a handshake led nowhere: where it was begun, or where the proof is given that was missing. */
export function problemPath({ wanted, provider, problem, isSignedIn }: Ended): string {
  if (problem === "not-proven") return `/sign-in/again?${new URLSearchParams({ to: SERVICES_PATH })}`;
  const said = new URLSearchParams({ provider, problem });
  if (wanted === "connect") return SERVICES_PATH.replace("#", `?${said}#`);
  return `${isSignedIn ? "/sign-in/again" : "/sign-in"}?${said}`;
}
