import { domainToASCII, domainToUnicode } from "node:url";
import { z } from "zod";
import { EmailAddress } from "../email-address.ts";

/** RFC 5321, section 4.5.3.1.3, less the angle brackets. */
const LONGEST = 254;
const NO_ADDRESS = "That is not an e-mail address. It should look like ines@example.org.";
/** Letters of other scripts that are drawn as Latin ones are (Unicode Technical Standard 39, the lower-case letters that matter). */
const LOOK_LATIN = /^[авсԁеһіјӏмопрԛѕтиухѵԝꙅзкнгѡαβγεικνορτυχωϲϳ0-9-]+$/u;
const SCRIPTS = [
  "Latin",
  "Cyrillic",
  "Greek",
  "Armenian",
  "Hebrew",
  "Arabic",
  "Devanagari",
  "Thai",
  "Georgian",
];
/** Written together by their readers; to those who write one of them, a mixture with another script looks as foreign as it is. */
const EAST_ASIAN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー0-9-]+$/u;

/** One e-mail address as somebody typed it: lower-cased, its domain as mail servers write it. What looks like another address is refused. */
export const InvitedAddress = z
  .string("Type an e-mail address.")
  .transform((typed) => typed.replace(/^ +| +$/g, ""))
  .superRefine((typed, context) => {
    const problem = problemWith(typed);
    if (problem) context.addIssue({ code: "custom", message: problem });
  })
  .transform(inPlainLetters)
  .pipe(EmailAddress);

/** A domain of other letters as mail servers write it (RFC 3492). */
function inPlainLetters(typed: string): string {
  const at = typed.lastIndexOf("@");
  return `${typed.slice(0, at)}@${domainToASCII(typed.slice(at + 1))}`;
}

function problemWith(typed: string): string | null {
  if (typed === "") return "Type an e-mail address.";
  if (typed.length > LONGEST) return `An address has at most ${LONGEST} characters.`;
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(typed))
    return "The address contains a line break or a character that can't be seen. Type it anew.";
  if (/[\s,;<>]/.test(typed) || typed.split("@").length > 2)
    return "Give one address, and nothing else. Invite others one by one.";
  const [name = "", domain = ""] = typed.split("@");
  if (typed.normalize("NFKC") !== typed) return NO_ADDRESS;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII is what is asked for
  if (!/^[\x00-\x7f]*$/.test(name))
    return "The part before the @ contains letters that look like others. Use plain Latin letters.";
  const ascii = domainToASCII(domain);
  if (ascii === "" || !EmailAddress.safeParse(`${name}@${ascii}`).success) return NO_ADDRESS;
  if (`${name}@${ascii}`.length > LONGEST) return `An address has at most ${LONGEST} characters.`;
  return domainToUnicode(ascii).split(".").every(isOfOneScript)
    ? null
    : "The domain mixes alphabets, or uses letters that look like Latin ones. It may not be the domain that it seems to be.";
}

function isOfOneScript(label: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII is what is asked for
  if (/^[\x00-\x7f]*$/.test(label)) return !label.startsWith("xn--");
  if (EAST_ASIAN.test(label)) return true;
  if (LOOK_LATIN.test(label)) return false;
  return SCRIPTS.some((script) => new RegExp(`^[\\p{Script=${script}}\\p{Mn}0-9-]+$`, "u").test(label));
}
