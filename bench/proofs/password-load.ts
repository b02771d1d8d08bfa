import { signInWithPassword } from "#domain/people/sign-in-with-password.ts";
import { systemClock } from "#platform/clock.ts";
import { isAppError } from "#platform/errors.ts";
import { AT_ONCE, hashPassword, PASSWORD_COST } from "#platform/password-hash.ts";
import type { System } from "#platform/system.ts";
import { testKeys } from "#testing/test-keys.ts";
import { withDatabase } from "#testing/with-database.ts";
import type { Proof } from "../proof.ts";
import { watchMemory } from "../watch-memory.ts";

const PEOPLE = 200;
const PASSWORD = "Tokyo-Falafel-91";
/** What the hashes may take, and room for 200 requests with their queries and transactions. */
const BOUND_MEBIBYTES = (AT_ONCE * PASSWORD_COST.memory) / 1024 + 64;

/** 200 people, each from an address of their own, send the right password at the same moment; then 2,000 do. */
export const proof: Proof = {
  name: "password-load",
  says: "In a process that is warm, 200 parallel password sign-ins all succeed in bounded memory; 2,000 take no more, and who waits too long is told when to come back",
  quick: true,
  run: () => withDatabase("password-load", signInAll),
};

async function signInAll({ app }: { app: System["db"] }): Promise<{ ok: boolean; figure: string }> {
  const system: System = { db: app, clock: systemClock, keys: testKeys };
  const passwordHash = await hashPassword(PASSWORD);
  await app.prisma.user.createMany({
    data: Array.from({ length: PEOPLE }, (_, index) => ({ email: addressOf(index), passwordHash })),
  });
  // What a process needs once, for code and connections, is there before it is measured: the same people came in one by one.
  for (let index = 0; index < PEOPLE; index += 1) await enter(system, index);
  const start = performance.now();
  const { result, grewMebibytes } = await watchMemory(() => enterAll(system, PEOPLE));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${result.entered} of ${PEOPLE} came in within ${seconds} s; memory grew by ${grewMebibytes} MiB`,
  );
  const crowd = await watchMemory(() => enterAll(system, PEOPLE * 10));
  const { entered, toldToWait } = crowd.result;
  console.log(
    `Of ${PEOPLE * 10}: ${entered} came in, ${toldToWait} told when to try again; memory grew by ${crowd.grewMebibytes} MiB`,
  );
  const ok =
    result.entered === PEOPLE &&
    entered > 0 &&
    entered + toldToWait === PEOPLE * 10 &&
    grewMebibytes <= BOUND_MEBIBYTES &&
    crowd.grewMebibytes <= BOUND_MEBIBYTES;
  const figure = `${result.entered} of ${PEOPLE} signed in within ${seconds} s, the memory of the warm process grew by ${grewMebibytes} MiB (by ${crowd.grewMebibytes} with ${PEOPLE * 10}); the bound is ${BOUND_MEBIBYTES}, side by side the hashes alone would take ${Math.round((PEOPLE * PASSWORD_COST.memory) / 1024)}`;
  return { ok, figure };
}

async function enterAll(system: System, count: number): Promise<{ entered: number; toldToWait: number }> {
  const outcomes = await Promise.all(Array.from({ length: count }, (_, index) => enter(system, index)));
  return {
    entered: outcomes.filter((one) => one === "entered").length,
    toldToWait: outcomes.filter((one) => one === "told to wait").length,
  };
}

async function enter(system: System, index: number): Promise<"entered" | "told to wait"> {
  const from = { address: `10.0.${index >> 8}.${index & 255}`, userAgent: null };
  try {
    await signInWithPassword({ ...system, from }, { email: addressOf(index % PEOPLE), password: PASSWORD });
    return "entered";
  } catch (error) {
    if (isAppError(error) && error.retryAfterSeconds !== undefined) return "told to wait";
    throw error;
  }
}

function addressOf(index: number): string {
  return `person-${index}@example.test`;
}
