import type { Mailer, MailOutcome } from "#platform/mail.ts";
import type { System } from "#platform/system.ts";
import type { AccountMail } from "./account-mail.ts";
import { writeInvitationMail } from "./internal/write-invitation-mail.ts";
import { writeNotice } from "./internal/write-notice.ts";
import { writeSignInMail } from "./internal/write-sign-in-mail.ts";
import type { WrittenMail } from "./mails/write-mail.ts";

/** What became of a mail; `NOT_WRITTEN` when there is nobody to write to, or nothing to say any more. */
export type AccountMailOutcome = MailOutcome | { outcome: "NOT_WRITTEN" };

/**
 * Writes and sends one mail about an account. What it says is read when it is written, so that a mail which waited says what holds now.
 *
 * @throws when the mail server can't be reached or asks to wait: try again.
 */
export async function sendAccountMail(
  system: System,
  mailer: Mailer,
  mail: AccountMail,
): Promise<AccountMailOutcome> {
  const written = await write(system, mailer.origin, mail);
  if (!written) return { outcome: "NOT_WRITTEN" };
  const sent = await mailer.send(written);
  if (sent.outcome === "SENT" && mail.mail === "sign_in") {
    await system.db.prisma.signInToken.updateMany({
      where: { id: mail.signInTokenId },
      data: { sentAt: system.clock.now() },
    });
  }
  return sent;
}

/** The mail as it is now, and to whom; null when it is not to be sent. */
async function write(
  system: System,
  origin: string,
  mail: AccountMail,
): Promise<(WrittenMail & { to: string }) | null> {
  switch (mail.mail) {
    case "sign_in":
      return writeSignInMail(system, origin, mail.signInTokenId);
    case "invitation":
      return writeInvitationMail(system, origin, mail);
    case "notice":
      return writeNotice(system, origin, mail);
  }
}
