import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { testKeys } from "#testing/test-keys.ts";
import {
  type InvitationLink,
  invitationToken,
  isInvitationToken,
  readInvitationToken,
} from "./invitation-token.ts";

const link: InvitationLink = { organizationId: randomUUID(), invitationId: randomUUID(), travel: "mail" };

it("a token says what it is for, and is proven by its number", () => {
  const token = invitationToken(testKeys, link, 3);
  expect(token).toMatch(/^[\w-]{87}$/);
  expect(readInvitationToken(token)).toEqual(link);
  expect(isInvitationToken(testKeys, token, 3)).toBe(true);
  for (const number of [1, 2, 4]) expect(isInvitationToken(testKeys, token, number)).toBe(false);
});

it("a token with any character changed, cut or added is not ours", () => {
  const token = invitationToken(testKeys, link, 1);
  for (let at = 0; at < token.length; at += 1) {
    const altered = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
    expect(isInvitationToken(testKeys, altered, 1), `character ${at}`).toBe(false);
  }
  for (const altered of ["", "x", token.slice(1), `${token}A`, `${token}=`, ` ${token}`]) {
    expect(isInvitationToken(testKeys, altered, 1)).toBe(false);
    expect(readInvitationToken(altered)).toBeNull();
  }
});

it("a link that was handed over can't be passed off as one that was mailed", () => {
  const byHand = invitationToken(testKeys, { ...link, travel: "hand" }, 1);
  const bytes = Buffer.from(byHand, "base64url");
  bytes[32] = 0;
  const forged = bytes.toString("base64url");
  expect(readInvitationToken(forged)?.travel).toBe("mail");
  expect(isInvitationToken(testKeys, forged, 1)).toBe(false);
});
