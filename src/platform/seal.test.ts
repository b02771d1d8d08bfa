import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { seal, unseal } from "./seal.ts";

const key = randomBytes(32);
const plain = new TextEncoder().encode("twenty bytes of this");

test("what was sealed opens again, and two seals of the same differ", () => {
  const sealed = seal(key, plain, "person");
  expect(unseal(key, sealed, "person")).toEqual(plain);
  expect(seal(key, plain, "person")).not.toEqual(sealed);
  expect(Buffer.from(sealed).includes(Buffer.from(plain))).toBe(false);
});

test("a change of any one byte is noticed, and so is a cut tail", () => {
  const sealed = seal(key, plain, "person");
  for (const index of sealed.keys()) {
    const altered = sealed.slice();
    altered[index] = (altered[index] ?? 0) ^ 1;
    expect(() => unseal(key, altered, "person"), `byte ${index}`).toThrow();
  }
  expect(() => unseal(key, sealed.slice(0, -1), "person")).toThrow();
  expect(() => unseal(key, new Uint8Array(), "person")).toThrow();
});

test("it opens for nobody else, and under no other key", () => {
  const sealed = seal(key, plain, "person");
  expect(() => unseal(key, sealed, "somebody else")).toThrow();
  expect(() => unseal(randomBytes(32), sealed, "person")).toThrow();
});
