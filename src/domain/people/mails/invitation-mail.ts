import { type WrittenMail, writeMail } from "./write-mail.ts";

interface InvitationMail {
  organization: string;
  /** Who invites; null when they are not to be named. */
  invitedBy: string | null;
  /** What the person will be: `an editor`. */
  role: string;
  href: string;
  days: number;
}

/** Offers a place in an organization to somebody who may never have heard of us. */
export function invitationMail({ organization, invitedBy, role, href, days }: InvitationMail): WrittenMail {
  return writeMail({
    subject: `Your invitation to ${organization}`,
    pieces: [
      {
        kind: "paragraph",
        text: `${invitedBy ?? "Somebody"} invites you to ${organization} on Episodic, as ${role}. Episodic writes an organisation a series of short episodes from its own texts.`,
      },
      { kind: "button", label: "See the invitation", href },
      { kind: "note", text: `It works once, for this address, within ${days} days.` },
      {
        kind: "note",
        text: "You know neither? Leave it be: nothing happens unless you open the page and press the button there.",
      },
    ],
  });
}
