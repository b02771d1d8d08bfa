import { type WrittenMail, writeMail } from "./write-mail.ts";

interface SignInMail {
  /** The code as it is to be typed. */
  code: string;
  href: string;
  minutes: number;
}

/** What lets a person in who asked on the sign-in page: a code for the browser that asked, and a link for any. */
export function signInMail({ code, href, minutes }: SignInMail): WrittenMail {
  return writeMail({
    subject: "Sign in to Episodic",
    pieces: [
      { kind: "paragraph", text: "Type this code in the browser in which you asked for it:" },
      { kind: "code", code },
      { kind: "paragraph", text: "Or open this link in the browser in which you want to sign in:" },
      { kind: "button", label: "Sign in", href },
      { kind: "note", text: `One of the two works, once, within ${minutes} minutes of your asking.` },
      {
        kind: "note",
        text: "You did not ask? Then somebody typed your address. They can't come in without this mail: leave it be, and give the code to nobody.",
      },
    ],
  });
}
