import { expect, it } from "vitest";
import { HANDSHAKE_PROBLEMS, problemText } from "./handshake-problems.ts";
import { problemPath } from "./problem-path.ts";

it("says in an address why a handshake led nowhere, on the page where it was begun", () => {
  const ended = { provider: "oidc", problem: "stale", isSignedIn: false } as const;
  expect(problemPath({ ...ended, wanted: "sign-in" })).toBe("/sign-in?provider=oidc&problem=stale");
  expect(problemPath({ ...ended, wanted: "sign-in", isSignedIn: true })).toMatch(/^\/sign-in\/again\?/);
  expect(problemPath({ ...ended, wanted: "connect", isSignedIn: true })).toBe(
    "/account/sign-in?provider=oidc&problem=stale#services",
  );
  expect(problemPath({ ...ended, wanted: "connect", problem: "not-proven" })).toBe(
    "/sign-in/again?to=%2Faccount%2Fsign-in%23services",
  );
});

it("has a text for each problem, and repeats nothing that somebody wrote into the address", () => {
  for (const problem of Object.keys(HANDSHAKE_PROBLEMS))
    expect(problemText(problem, "Acme")).toContain("Acme");
  for (const problem of ["<b>no</b>", "", "toString", "__proto__", null, undefined, ["stale"]]) {
    expect(problemText(problem, "Acme")).toBeNull();
  }
});
