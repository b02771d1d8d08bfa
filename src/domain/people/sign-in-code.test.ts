import { describe, expect, it } from "vitest";
import { testKeys } from "#testing/test-keys.ts";
import { hashSignInCode, newSignInCode, readSignInCode, showSignInCode } from "./sign-in-code.ts";

describe("the code to type", () => {
  it("is eight letters of the alphabet, all of which occur, and no two alike", () => {
    const codes = Array.from({ length: 500 }, newSignInCode);
    for (const code of codes) expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
    expect(new Set(codes).size).toBe(500);
    expect(new Set(codes.join("")).size).toBe(20);
  });

  it.each(["WDJB-MJHT", "wdjbmjht", " wdjb mjht ", "WDJB – MJHT", "w-d-j-b-m-j-h-t"])("reads %j", (typed) => {
    expect(readSignInCode(typed)).toBe("WDJBMJHT");
    expect(readSignInCode(showSignInCode("WDJBMJHT"))).toBe("WDJBMJHT");
  });

  it.each(["", "WDJB-MJH", "WDJB-MJHTT", "WDJB-MJHA", "WDJB-MJH1", "ＷDJBMJHT"])(
    "does not read %j",
    (typed) => {
      expect(readSignInCode(typed)).toBeNull();
    },
  );

  it("is stored as something that depends on the key and the browser", () => {
    const hash = (browser: number) => hashSignInCode(testKeys, "WDJBMJHT", new Uint8Array([browser]));
    expect(hash(1)).toEqual(hash(1));
    expect(hash(1)).not.toEqual(hash(2));
    const otherKeys = () => Buffer.alloc(32);
    expect(hashSignInCode(otherKeys, "WDJBMJHT", new Uint8Array([1]))).not.toEqual(hash(1));
  });
});
