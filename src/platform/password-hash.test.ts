import { argon2Sync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isAppError } from "./errors.ts";
import {
  AT_ONCE,
  hashPassword,
  LONGEST_QUEUE,
  needsRehash,
  PASSWORD_COST,
  verifyPassword,
} from "./password-hash.ts";

const PASSWORD = "Tokyo-Falafel-91";

describe("the hash of a password", () => {
  it("is argon2id at OWASP's cost, as a PHC string, with a salt of its own", async () => {
    const [one, other] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(other).not.toBe(one);
    expect(await verifyPassword(PASSWORD, one)).toBe(true);
    expect(await verifyPassword(PASSWORD, other)).toBe(true);
    expect(await verifyPassword(`${PASSWORD} `, one)).toBe(false);
    expect(needsRehash(one)).toBe(false);
  });

  it("tells characters apart that look alike or end a string elsewhere", async () => {
    const stored = await hashPassword("abc\0def");
    expect(await verifyPassword("abc", stored)).toBe(false);
    expect(await verifyPassword("abc\0xyz", stored)).toBe(false);
    expect(await verifyPassword("abc\0def", stored)).toBe(true);
  });

  it("is read at the cost that it was made at, and due for another", async () => {
    const salt = Buffer.from("a salt of sixteen");
    const cost = { memory: 8192, passes: 3, parallelism: 2 };
    const hash = argon2Sync("argon2id", { message: PASSWORD, nonce: salt, tagLength: 32, ...cost });
    const text = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
    const stored = `$argon2id$v=19$m=8192,t=3,p=2$${text(salt)}$${text(hash)}`;
    expect(await verifyPassword(PASSWORD, stored)).toBe(true);
    expect(await verifyPassword("another", stored)).toBe(false);
    expect(needsRehash(stored)).toBe(true);
  });

  it.each([
    null,
    "",
    PASSWORD,
    "$argon2id$v=19$m=99999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
  ])("%s lets nobody in", async (stored) => expect(await verifyPassword(PASSWORD, stored)).toBe(false));

  it("costs the same where there is none", async () => {
    const stored = await hashPassword(PASSWORD);
    const median = async (what: string | null) => {
      const times: number[] = [];
      for (let index = 0; index < 9; index += 1) {
        const start = performance.now();
        await verifyPassword("a wrong one", what);
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[4] ?? 0;
    };
    const ratio = (await median(null)) / (await median(stored));
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it("is refused when the queue is full, and nobody who waits is forgotten", async () => {
    const many = AT_ONCE + LONGEST_QUEUE + 40;
    const cheap = `$argon2id$v=19$m=${8},t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$${"A".repeat(43)}`;
    const outcomes = await Promise.allSettled(
      Array.from({ length: many }, () => verifyPassword(PASSWORD, cheap)),
    );
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every((reason) => isAppError(reason, "NOT_NOW"))).toBe(true);
    expect(outcomes.length - refused.length).toBeGreaterThanOrEqual(LONGEST_QUEUE);
    expect(PASSWORD_COST.memory * AT_ONCE).toBeLessThanOrEqual(64 * 1024);
  });
});
