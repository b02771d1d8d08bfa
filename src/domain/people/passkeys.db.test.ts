import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import type { AppError } from "#platform/errors.ts";
import { actingFor, type System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { type SignedInPerson, signedInPerson, whoHolds } from "#testing/sign-in-scene.ts";
import { testKeys } from "#testing/test-keys.ts";
import { virtualPasskey } from "#testing/virtual-passkey.ts";
import { addPasskey } from "./add-passkey.ts";
import { beginPasskey } from "./begin-passkey.ts";
import { beginPasskeySignIn } from "./begin-passkey-sign-in.ts";
import { listMyFactors } from "./list-my-factors.ts";
import type { Me } from "./personal.ts";
import { removePasskey } from "./remove-passkey.ts";
import { renamePasskey } from "./rename-passkey.ts";
import { startSessionByPasskey } from "./start-session-by-passkey.ts";

const origin = "https://episodic.example.org";
const rpID = "episodic.example.org";
const REFUSED = { code: "NOT_NOW", message: expect.stringContaining("did not work here") };

describe("passkeys", () => {
  let database: TestDatabase;
  let clock: FixedClock;
  let system: System;
  let person: SignedInPerson;
  beforeAll(async () => {
    database = await createTestDatabase();
    clock = fixedClock();
    system = { db: database.app, clock, keys: testKeys };
  });
  beforeEach(async () => {
    person = await signedInPerson(system);
  });
  afterAll(() => database.drop());

  const keep = async (me: Me, name = "Laptop") => {
    const passkey = virtualPasskey({ origin, rpID });
    const { options, browserToken } = await beginPasskey(me, { origin });
    const answer = passkey.make(options);
    const { recoveryCodes } = await addPasskey(me, { origin, browserToken, answer, name });
    const { passkeys } = await listMyFactors(me, {});
    return { passkey, recoveryCodes, id: passkeys.at(-1)?.id ?? "", userHandle: options.user.id };
  };

  describe("being added", () => {
    it("are kept for their owner, the first with ten recovery codes", async () => {
      const { recoveryCodes } = await keep(person.me);
      expect(new Set(recoveryCodes).size).toBe(10);
      expect((await keep(person.me, "Phone")).recoveryCodes).toBeNull();
      const { passkeys, recoveryCodesLeft } = await listMyFactors(person.me, {});
      expect(passkeys.map(({ name }) => name)).toEqual(["Laptop", "Phone"]);
      expect(recoveryCodesLeft).toBe(10);
    });

    it("are asked for by a device that holds none of the person's, and that knows its holder", async () => {
      const { passkey } = await keep(person.me);
      const { options } = await beginPasskey(person.me, { origin: `${origin}:8443` });
      expect(options).toMatchObject({
        rp: { id: rpID },
        excludeCredentials: [{ id: passkey.id }],
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        attestation: "none",
      });
    });

    it("are refused from another site, for another, without verification, and for a challenge that is not theirs", async () => {
      const stranger = await signedInPerson(system);
      const passkey = virtualPasskey({ origin, rpID });
      const tries = [
        (challenge: string) => passkey.make({ challenge, origin: "https://episodic.example.org.evil.test" }),
        (challenge: string) => passkey.make({ challenge, origin: "http://episodic.example.org" }),
        (challenge: string) => passkey.make({ challenge, rpID: "evil.test" }),
        (challenge: string) => passkey.make({ challenge, isVerified: false }),
        () => passkey.make({ challenge: "AAAA" }),
        (challenge: string) => passkey.sign({ challenge }),
      ];
      for (const answerTo of tries) {
        const { options, browserToken } = await beginPasskey(person.me, { origin });
        const answer = answerTo(options.challenge);
        await expect(
          addPasskey(person.me, { origin, browserToken, answer, name: "Laptop" }),
        ).rejects.toMatchObject({ code: expect.stringMatching("NOT_NOW|INVALID") });
      }
      const theirs = await beginPasskey(stranger.me, { origin });
      const answer = passkey.make(theirs.options);
      await expect(
        addPasskey(person.me, { origin, browserToken: theirs.browserToken, answer, name: "Laptop" }),
      ).rejects.toMatchObject({ code: "NOT_NOW" });
      expect((await listMyFactors(person.me, {})).passkeys).toEqual([]);
    });

    it("are refused with a maker's certificate, which nobody asked for", async () => {
      const passkey = virtualPasskey({ origin, rpID });
      for (const fmt of ["packed", "apple"]) {
        const { options, browserToken } = await beginPasskey(person.me, { origin });
        const attStmt = new Map([["x5c", [new Uint8Array([1, 2, 3])]]]);
        const answer = passkey.make(options, { fmt, attStmt });
        const refused = addPasskey(person.me, { origin, browserToken, answer, name: "Laptop" });
        const error = await refused.catch((thrown: AppError) => thrown);
        expect(error).toMatchObject({ code: "NOT_NOW" });
        expect(String((error as AppError).cause)).toContain("certificate");
      }
    });

    it("answer once, within five minutes, and what is no answer is told so", async () => {
      const passkey = virtualPasskey({ origin, rpID });
      const { options, browserToken } = await beginPasskey(person.me, { origin });
      const input = { origin, browserToken, answer: passkey.make(options), name: "Laptop" };
      const tries = await Promise.allSettled([addPasskey(person.me, input), addPasskey(person.me, input)]);
      expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);

      const late = await beginPasskey(person.me, { origin });
      const answer = virtualPasskey({ origin, rpID }).make(late.options);
      clock.advance(5 * 60_000);
      await expect(
        addPasskey(person.me, { ...input, browserToken: late.browserToken, answer }),
      ).rejects.toMatchObject({ code: "NOT_NOW" });
      for (const text of ["", "{", "null", "[]", '{"id":"AAAA"}', "x".repeat(30_000)]) {
        await expect(addPasskey(person.me, { ...input, answer: text })).rejects.toMatchObject({
          code: "INVALID",
        });
      }
    });
  });

  describe("being kept", () => {
    it("are renamed and removed by nobody but their owner", async () => {
      const { id } = await keep(person.me);
      const stranger = await signedInPerson(system);
      for (const passkeyId of [id, "0190a6f0-0000-7000-8000-000000000000"]) {
        const gone = { code: "NOT_FOUND", message: "This passkey is not there any more." };
        await expect(renamePasskey(stranger.me, { passkeyId, name: "Mine" })).rejects.toMatchObject(gone);
        await expect(removePasskey(stranger.me, { passkeyId })).rejects.toMatchObject(gone);
      }
      await renamePasskey(person.me, { passkeyId: id, name: "  Old laptop " });
      expect((await listMyFactors(person.me, {})).passkeys[0]?.name).toBe("Old laptop");
      await removePasskey(person.me, { passkeyId: id });
      expect(await listMyFactors(person.me, {})).toMatchObject({ passkeys: [], recoveryCodesLeft: 0 });
      const audit = await inOrganization(actingFor(system, person.organizationId, "test"), ({ tx }) =>
        tx.auditLog.findMany({ where: { targetId: id }, orderBy: { sequence: "asc" } }),
      );
      expect(audit.map(({ action }) => action)).toEqual([
        "person.add-passkey",
        "person.rename-passkey",
        "person.remove-passkey",
      ]);
      expect(audit.every(({ before, after }) => before === null && after === null)).toBe(true);
    });

    it("are added and removed by a recent proof alone", async () => {
      const { id } = await keep(person.me);
      const late = { ...person.me, authenticatedAt: new Date(clock.now().getTime() - 15 * 60_000) };
      const old = { code: "NOT_NOW", message: expect.stringContaining("fresh proof") };
      await expect(beginPasskey(late, { origin })).rejects.toMatchObject(old);
      await expect(removePasskey(late, { passkeyId: id })).rejects.toMatchObject(old);
    });
  });

  describe("signing in", () => {
    it("let their owner in whole, without an address", async () => {
      const { passkey, userHandle } = await keep(person.me);
      const { options, browserToken } = await beginPasskeySignIn(system, { origin });
      expect(options.allowCredentials).toBeUndefined();
      const answer = passkey.sign({ ...options, userHandle });
      const session = await startSessionByPasskey(system, { origin, browserToken, answer });
      expect(session.stage).toBe("COMPLETE");
      const found = await whoHolds(system, session.token);
      expect(found.me.userId).toBe(person.me.userId);
      expect(found.session.method).toBe("PASSKEY");
      expect(found.ctx).not.toBeNull();
      expect((await listMyFactors(person.me, {})).passkeys[0]?.lastUsedAt).toEqual(clock.now());
    });

    it("answer once, also two at the same moment, within five minutes, and in the browser that asked", async () => {
      const { passkey } = await keep(person.me);
      const first = await beginPasskeySignIn(system, { origin });
      const second = await beginPasskeySignIn(system, { origin });
      const answer = passkey.sign(first.options);
      const swapped = { origin, browserToken: second.browserToken, answer };
      await expect(startSessionByPasskey(system, swapped)).rejects.toMatchObject(REFUSED);
      const input = { origin, browserToken: first.browserToken, answer };
      const tries = await Promise.allSettled(
        Array.from({ length: 4 }, () => startSessionByPasskey(system, input)),
      );
      expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      await expect(startSessionByPasskey(system, input)).rejects.toMatchObject(REFUSED);

      const late = await beginPasskeySignIn(system, { origin });
      const signed = passkey.sign(late.options);
      clock.advance(5 * 60_000);
      await expect(
        startSessionByPasskey(system, { origin, browserToken: late.browserToken, answer: signed }),
      ).rejects.toMatchObject(REFUSED);
    });

    it("are refused, all with one text: foreign sites, altered signatures, other owners, unverified holders, unknown keys", async () => {
      const { passkey } = await keep(person.me);
      const stranger = await signedInPerson(system);
      const unknown = virtualPasskey({ origin, rpID });
      const handle = Buffer.from(stranger.me.userId).toString("base64url");
      const tries: ((challenge: string) => string)[] = [
        (challenge) => passkey.sign({ challenge, origin: "https://evil.test" }),
        (challenge) => passkey.sign({ challenge, origin: `${origin}:444` }),
        (challenge) => passkey.sign({ challenge, rpID: "evil.test" }),
        (challenge) => passkey.sign({ challenge, isVerified: false }),
        (challenge) => passkey.sign({ challenge, userHandle: handle }),
        (challenge) => unknown.sign({ challenge }),
        (challenge) => withSignature(passkey.sign({ challenge }), unknown.sign({ challenge })),
        () => passkey.sign({ challenge: "AAAA" }),
      ];
      for (const answerTo of tries) {
        const { options, browserToken } = await beginPasskeySignIn(system, { origin });
        const answer = answerTo(options.challenge);
        await expect(startSessionByPasskey(system, { origin, browserToken, answer })).rejects.toMatchObject(
          REFUSED,
        );
      }
    });

    it("are refused when their count went back, as that of a copy does", async () => {
      const { passkey } = await keep(person.me);
      const come = async (countsUp: boolean) => {
        const { options, browserToken } = await beginPasskeySignIn(system, { origin });
        const answer = passkey.sign({ ...options, countsUp });
        return startSessionByPasskey(system, { origin, browserToken, answer });
      };
      passkey.setCounter(7);
      await come(true);
      await expect(come(false)).rejects.toMatchObject(REFUSED);
      passkey.setCounter(3);
      await expect(come(true)).rejects.toMatchObject(REFUSED);
      passkey.setCounter(8);
      expect((await come(true)).stage).toBe("COMPLETE");
    });

    it("let nobody in once they were removed, or their owner was deleted", async () => {
      const come = async (passkey: ReturnType<typeof virtualPasskey>) => {
        const { options, browserToken } = await beginPasskeySignIn(system, { origin });
        return startSessionByPasskey(system, { origin, browserToken, answer: passkey.sign(options) });
      };
      const { passkey, id } = await keep(person.me);
      await removePasskey(person.me, { passkeyId: id });
      await expect(come(passkey)).rejects.toMatchObject(REFUSED);
      const other = await keep(person.me);
      await database.app.prisma.user.update({
        where: { id: person.me.userId },
        data: { deletedAt: clock.now() },
      });
      await expect(come(other.passkey)).rejects.toMatchObject(REFUSED);
    });

    it("are asked for sixty times in fifteen minutes from one network, not counting those that were right", async () => {
      const { passkey } = await keep(person.me);
      const from = { address: "203.0.113.9", userAgent: null };
      const ask = () => beginPasskeySignIn({ ...system, from }, { origin });
      const { options, browserToken } = await ask();
      await startSessionByPasskey(
        { ...system, from },
        { origin, browserToken, answer: passkey.sign(options) },
      );
      for (let count = 0; count < 60; count++) await ask();
      await expect(ask()).rejects.toMatchObject({
        code: "LIMIT_REACHED",
        retryAfterSeconds: expect.any(Number),
      });
      await beginPasskeySignIn({ ...system, from: { ...from, address: "198.51.100.1" } }, { origin });
    });
  });
});

/** The first answer under the signature of the second. */
function withSignature(answer: string, other: string): string {
  const { response, ...rest } = JSON.parse(answer);
  return JSON.stringify({
    ...rest,
    response: { ...response, signature: JSON.parse(other).response.signature },
  });
}
