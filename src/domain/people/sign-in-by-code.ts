import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { hashToken } from "#platform/secrets.ts";
import type { System } from "#platform/system.ts";
import { openSession, type StartedSession } from "./internal/open-session.ts";
import { proveAddress } from "./internal/prove-address.ts";
import { useSignInCodeSql } from "./internal/use-sign-in-code.sql.ts";
import { hashSignInCode, readSignInCode } from "./sign-in-code.ts";

const MOST_WRONG_CODES = 5;

/**
 * Uses up the code of a sign-in mail, in the browser that asked for it, and starts a session. The code and the link are one proof:
 * after either, both are used. Five wrong codes end it, however many come at once.
 *
 * @throws AppError NOT_NOW when the code is wrong, used, expired, unknown or another browser's; the same text for all.
 */
export async function signInByCode(
  system: System,
  input: { browserSecret: string; code: string },
): Promise<StartedSession> {
  const code = readSignInCode(input.code);
  const session = code && (await spendCode(system, hashToken(input.browserSecret), code));
  if (!session) {
    throw new AppError(
      "NOT_NOW",
      "This code does not work. A code works once, for ten minutes, and five wrong ones end it. Compare it with the newest mail, or ask for another.",
    );
  }
  return session;
}

/** What was counted against a wrong code is kept: the answer is null, not an error that would undo it. */
async function spendCode(
  system: System,
  browserHash: Uint8Array<ArrayBuffer>,
  code: string,
): Promise<StartedSession | null> {
  const now = system.clock.now();
  const codeHash = hashSignInCode(system.keys, code, browserHash);
  return system.db.prisma.$transaction(async (tx) => {
    const [tried] = await runSql(tx, useSignInCodeSql, [browserHash, codeHash, now, MOST_WRONG_CODES]);
    if (!tried?.isRight || !tried.userId) return null;
    const { userId, email } = tried;
    if (!(await proveAddress(system, tx, { userId, email }))) return null;
    return openSession(system, tx, { userId, method: "EMAIL_CODE" });
  });
}
