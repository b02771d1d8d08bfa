import { describe, expect, it } from "vitest";
import { keysFrom } from "#platform/keys.ts";
import { deviceTokenWith, findNonce } from "./device-token.ts";

const keys = keysFrom("a secret of this installation, long enough");
const PEOPLE = ["ada", "ben", "cyd", "dee", "eli", "fay"];

describe("what a browser is known by", () => {
  it("is known to the account that signed in, and to no other", () => {
    const token = deviceTokenWith(keys, "ada", undefined);
    expect(findNonce(keys, "ada", token)).toMatch(/^[\w-]{43}$/);
    expect(findNonce(keys, "ben", token)).toBeNull();
  });

  it("keeps its nonce for an account at every sign-in, so that signing in buys no new budget", () => {
    const token = deviceTokenWith(keys, "ada", undefined);
    const again = deviceTokenWith(keys, "ada", deviceTokenWith(keys, "ben", token));
    expect(findNonce(keys, "ada", again)).toBe(findNonce(keys, "ada", token));
    expect(findNonce(keys, "ben", again)).not.toBeNull();
  });

  it("is remembered for five accounts, of which the oldest is forgotten", () => {
    const token = PEOPLE.reduce<string | undefined>(
      (held, one) => deviceTokenWith(keys, one, held),
      undefined,
    );
    expect(PEOPLE.map((one) => findNonce(keys, one, token) !== null)).toEqual([
      false,
      ...Array.from({ length: 5 }, () => true),
    ]);
  });

  it("can't be made up, altered or brought from another installation", () => {
    const token = deviceTokenWith(keys, "ada", undefined);
    const other = keysFrom("the secret of another installation, as long");
    const altered = [...token].map(
      (_, at) => `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`,
    );
    for (const shown of [
      ...altered,
      deviceTokenWith(other, "ada", undefined),
      token.slice(0, -1),
      `${token}x`,
      "",
      ".".repeat(10_000),
      "ä".repeat(86),
      null,
    ]) {
      expect(findNonce(keys, "ada", shown)).toBeNull();
    }
  });
});
