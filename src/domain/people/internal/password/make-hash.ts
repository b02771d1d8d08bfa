import { AppError } from "#platform/errors.ts";
import { hashPassword } from "#platform/password-hash.ts";
import type { Me } from "../../personal.ts";
import { whyEasyToGuess } from "./why-easy-to-guess.ts";
import { wordsAbout } from "./words-about.ts";

/**
 * The hash of a password that a person chose.
 *
 * @throws AppError INVALID on the field `password` when it would be guessed soon; says why
 */
export async function makeHash(me: Me, password: string): Promise<string> {
  const reason = whyEasyToGuess(password, await wordsAbout(me, me.userId));
  if (reason) throw new AppError("INVALID", reason, { fields: { password: reason } });
  return hashPassword(password);
}
