import pLimit from "p-limit";
import { issueSignInToken } from "#domain/people/issue-sign-in-token.ts";
import { rememberDevice } from "#domain/people/remember-device.ts";
import { setPassword } from "#domain/people/set-password.ts";
import { signInWithPassword } from "#domain/people/sign-in-with-password.ts";
import { startSession } from "#domain/people/start-session.ts";
import { systemClock } from "#platform/clock.ts";
import { isAppError } from "#platform/errors.ts";
import { LIMITS } from "#platform/limits.ts";
import type { System } from "#platform/system.ts";
import { signedInPerson } from "#testing/sign-in-scene.ts";
import { testKeys } from "#testing/test-keys.ts";
import { withDatabase } from "#testing/with-database.ts";
import type { Proof } from "../proof.ts";
import { watchMemory } from "../watch-memory.ts";

const GUESSES = 10_000;
const AT_ONCE = 100;
/** Half of them come at once, the others spread over most of a day, a window apart. */
const ROUNDS = [5_200, ...Array.from({ length: 80 }, () => 60)];
const MINUTES_BETWEEN = 16;
/** With these the budget of a window is used up; all that follow are the right password. */
const WRONG_ONES = 20;
const PASSWORD = "Tokyo-Falafel-91";
const BOUND_MEBIBYTES = 128;

type Outcome = "entered" | "weighed" | "limited";

/** The attacker knows the address, has 10,000 networks and, in every window, comes upon the right password when its budget is used up. */
export const proof: Proof = {
  name: "password-guesses",
  says: "10,000 guesses on one account from 10,000 addresses are limited, and its owner gets in all the while",
  quick: true,
  run: () =>
    withDatabase("password-guesses", ({ app }) => attack({ db: app, clock: systemClock, keys: testKeys })),
};

async function attack(system: System): Promise<{ ok: boolean; figure: string }> {
  const victim = await signedInPerson(system);
  await setPassword(victim.me, { password: PASSWORD });
  const deviceToken = rememberDevice(system, victim.me.userId, undefined);
  const owner = { address: "198.51.100.1", userAgent: null };
  const byPassword = () =>
    signInWithPassword({ ...system, from: owner }, { email: victim.email, password: PASSWORD, deviceToken });
  const byLink = async () => {
    const { token } = await issueSignInToken(system, victim.email);
    return startSession({ ...system, from: owner }, { signInToken: token });
  };
  const counts: Record<Outcome, number> = { entered: 0, weighed: 0, limited: 0 };
  let ownerEntered = 0;
  const tryMany = (count: number, first: number, isRight: boolean) => {
    const turns = pLimit(AT_ONCE);
    const tries = Array.from({ length: count }, (_, index) =>
      turns(() => tryOne(system, victim.email, first + index, isRight)),
    );
    return Promise.all(tries);
  };
  await warmUp(system);

  const { grewMebibytes } = await watchMemory(async () => {
    let guess = 0;
    for (const [round, size] of ROUNDS.entries()) {
      if (round > 0) skipMinutes(MINUTES_BETWEEN);
      const wrong = await tryMany(WRONG_ONES, guess, false);
      const others = tryMany(size - WRONG_ONES, guess + WRONG_ONES, true);
      if (round % 10 === 0) ownerEntered += (await Promise.all([byPassword(), byLink()])).length;
      for (const outcome of [...wrong, ...(await others)]) counts[outcome] += 1;
      guess += size;
      if (round % 20 === 0)
        console.log(`${guess} guesses: ${counts.weighed} weighed, ${counts.limited} limited`);
    }
  });
  const ownerTries = Math.ceil(ROUNDS.length / 10) * 2;
  const mostWeighed = LIMITS.passwordPerAccountAndDay.points;
  const ok =
    counts.entered === 0 &&
    counts.weighed <= mostWeighed &&
    counts.weighed + counts.limited === GUESSES &&
    ownerEntered === ownerTries &&
    grewMebibytes <= BOUND_MEBIBYTES;
  const figure = `${counts.weighed} of ${GUESSES} guesses from as many addresses were weighed against the hash (at most ${mostWeighed} in a day), ${counts.entered} got in; the owner got in ${ownerEntered} of ${ownerTries} times meanwhile; memory grew by ${grewMebibytes} MiB (bound ${BOUND_MEBIBYTES})`;
  return { ok, figure };
}

/** The memory that any 500 sign-ins take is no part of the attack. */
async function warmUp(system: System): Promise<void> {
  for (let guess = 0; guess < 500; guess += 50) {
    const tries = Array.from({ length: 50 }, (_, index) =>
      tryOne(system, "nobody@example.test", GUESSES + guess + index, false),
    );
    await Promise.all(tries);
  }
}

async function tryOne(system: System, email: string, guess: number, isRight: boolean): Promise<Outcome> {
  const from = { address: `10.${guess >> 16}.${(guess >> 8) & 255}.${guess & 255}`, userAgent: null };
  const password = isRight ? PASSWORD : `guess number ${guess}`;
  try {
    await signInWithPassword({ ...system, from }, { email, password });
    return "entered";
  } catch (error) {
    if (isAppError(error, "INVALID")) return "weighed";
    if (isAppError(error, "LIMIT_REACHED")) return "limited";
    throw error;
  }
}

const realNow = Date.now;
let skippedMs = 0;

/** The limits go by the machine's clock; this puts it forward for this process. */
function skipMinutes(minutes: number): void {
  skippedMs += minutes * 60_000;
  Date.now = () => realNow() + skippedMs;
}
