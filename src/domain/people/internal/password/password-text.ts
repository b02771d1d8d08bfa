import { z } from "zod";

const SHORTEST = 10;
const LONGEST = 128;
/** Measured before anything is done with it; composing characters (NFC) can make it shorter. */
const LONGEST_UNREAD = 1000;
const TOO_LONG = `A password has at most ${LONGEST} characters.`;

/** A password as it was typed to sign in: written one way (NFC, as NIST SP 800-63B has it), otherwise as it is. */
export const TypedPassword = z
  .string("Type your password.")
  .min(1, "Type your password.")
  .max(LONGEST_UNREAD, TOO_LONG)
  .refine((typed) => typed.isWellFormed(), "The password contains half a character. Type it anew.")
  .transform((typed) => typed.normalize("NFC"));

/** A password that somebody chooses: 10 to 128 characters of any kind that can be typed. */
export const NewPassword = TypedPassword.superRefine((password, context) => {
  const problem = problemWith(password);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

function problemWith(password: string): string | null {
  const length = [...password].length;
  if (/\p{Cc}/u.test(password)) return "The password contains a character that can't be typed. Type it anew.";
  if (password.trim() === "") return "A password of spaces alone is no password. Use a few words.";
  if (length > LONGEST) return TOO_LONG;
  if (length < SHORTEST)
    return `${SHORTEST} characters at least, please; a few words in a row make a good one.`;
  return null;
}
