import { NOTICES, type Notice } from "./notices.ts";
import { type WrittenMail, writeMail } from "./write-mail.ts";

interface NoticeMail {
  notice: Notice;
  at: Date;
  /** The person's own zone; null says the instant in UTC. */
  timeZone: string | null;
  /** Where sessions are ended. */
  sessionsHref: string;
  /** With a used recovery code: how many are left. */
  codesLeft?: number;
}

/** Tells a person what became of their account, and what to do if it was not them. */
export function noticeMail({ notice, at, timeZone, sessionsHref, codesLeft }: NoticeMail): WrittenMail {
  const when = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: timeZone ?? "UTC",
  }).format(at);
  return writeMail({
    subject: SUBJECTS[notice] ?? "Your account was changed",
    pieces: [
      { kind: "paragraph", text: [NOTICES[notice], sayCodesLeft(codesLeft)].join(" ").trim() },
      { kind: "paragraph", text: `It happened on ${when} (${timeZone ?? "UTC"}).` },
      {
        kind: "paragraph",
        text: "If that was you, there is nothing to do. If not, end every session that you do not know, then look through your ways to sign in.",
      },
      { kind: "button", label: "See my sessions", href: sessionsHref },
      { kind: "note", text: "This mail goes to you whenever a way into your account changes." },
    ],
  });
}

const SUBJECTS: Partial<Record<Notice, string>> = {
  new_device: "A sign-in from a new browser",
  recovery_code_used: "A recovery code was used",
};

function sayCodesLeft(left: number | undefined): string {
  if (left === undefined) return "";
  if (left === 0) return "It was the last one: have new ones made.";
  return left === 1 ? "One is left." : `${left} are left.`;
}
