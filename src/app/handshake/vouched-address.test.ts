import { describe, expect, it } from "vitest";
import { vouchedByEntra, vouchedByGitHub, vouchedByIssuer } from "./vouched-address.ts";

const email = "ines@example.test";

describe("an address is vouched for", () => {
  it("by an issuer that says true, and says nothing else", () => {
    expect(vouchedByIssuer({ email, email_verified: true })).toBe(email);
    for (const email_verified of [false, undefined, null, "true", "false", 1, [true], {}]) {
      expect(vouchedByIssuer({ email, email_verified })).toBeNull();
    }
    expect(vouchedByIssuer({ email: [email], email_verified: true })).toBeNull();
    expect(vouchedByIssuer({ email_verified: true })).toBeNull();
  });

  it("by Entra ID whose domain's owner was verified, whatever else a directory says", () => {
    for (const xms_edov of [true, 1, "1", "true"]) expect(vouchedByEntra({ email, xms_edov })).toBe(email);
    for (const xms_edov of [false, 0, "0", "false", undefined]) {
      expect(vouchedByEntra({ email, email_verified: true, xms_edov })).toBeNull();
    }
  });

  it("by nothing, when GitHub answers with something else than a list of addresses", () => {
    for (const emails of [undefined, [], {}, [{ email }], { message: "Bad credentials" }]) {
      expect(vouchedByGitHub({ email, emails })).toBeNull();
    }
  });
});
