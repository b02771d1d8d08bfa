import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import pLimit from "p-limit";
import { AppError } from "./errors.ts";

/** What a hash costs: OWASP's first choice for argon2id (Password Storage Cheat Sheet, 2025). Memory in KiB. */
export const PASSWORD_COST = { memory: 19 * 1024, passes: 2, parallelism: 1 } as const;

/** The memory that hashes may take at a time is `AT_ONCE` × 19 MiB; the rest waits as text. */
export const AT_ONCE = 2;
/** A hash takes some 35 ms, so that who is last in the queue waits a few seconds. */
export const LONGEST_QUEUE = 256;

const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** A stored hash that asks for more is not one of ours. */
const MOST_MEMORY = 64 * 1024;
const MOST_PASSES = 10;

type Cost = Pick<Argon2Parameters, "memory" | "passes" | "parallelism">;
const turns = pLimit(AT_ONCE);

/** Hashes a password by argon2id (RFC 9106) with a salt of its own, as a PHC string. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await inTurn(password, salt, PASSWORD_COST);
  const { memory, passes, parallelism } = PASSWORD_COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/**
 * True when the password is the one that was stored. Where nothing is stored, or nothing that can be read, it takes as long and is
 * false: how long an answer takes does not tell who has a password.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const expected = (stored && parse(stored)) || NOBODYS;
  const hash = await inTurn(password, expected.salt, expected.cost);
  return timingSafeEqual(hash, expected.hash) && expected !== NOBODYS;
}

/** True for a hash that was made at another cost: to be made anew when the password is next at hand. */
export function needsRehash(stored: string): boolean {
  const { memory, passes, parallelism } = parse(stored)?.cost ?? {};
  return (
    memory !== PASSWORD_COST.memory ||
    passes !== PASSWORD_COST.passes ||
    parallelism !== PASSWORD_COST.parallelism
  );
}

const NOBODYS: Stored = { cost: PASSWORD_COST, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) };

async function inTurn(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  if (turns.pendingCount >= LONGEST_QUEUE) {
    throw new AppError(
      "NOT_NOW",
      "Very many people are signing in at this moment. Try again in 10 seconds.",
      {
        retryAfterSeconds: 10,
      },
    );
  }
  return turns(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        argon2("argon2id", { message: password, nonce, tagLength: HASH_BYTES, ...cost }, (error, hash) =>
          error ? reject(error) : resolve(hash),
        );
      }),
  );
}

interface Stored {
  cost: Cost;
  salt: Buffer;
  hash: Buffer;
}

const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,9}),t=(\d{1,9}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{43})$/;

function parse(stored: string): Stored | null {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(stored) ?? [];
  if (!salt || !hash) return null;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const isPossible = cost.parallelism >= 1 && cost.passes >= 1 && cost.memory >= 8 * cost.parallelism;
  if (!isPossible || cost.memory > MOST_MEMORY || cost.passes > MOST_PASSES) return null;
  return { cost, salt: Buffer.from(salt, "base64"), hash: Buffer.from(hash, "base64") };
}

/** PHC strings carry base64 without its padding. */
function unpadded(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
