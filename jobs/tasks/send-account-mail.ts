import type { AccountMail } from "#domain/people/account-mail.ts";
import { sendAccountMail } from "#domain/people/send-account-mail.ts";
import { log } from "#platform/log.ts";
import { openMail } from "#platform/mail.ts";
import type { System } from "#platform/system.ts";

/** Writes and sends a mail about an account; without a mail server it is left out. */
export async function sendAccountMailTask(system: System, mail: AccountMail): Promise<void> {
  const mailer = openMail();
  if (!mailer) return log.debug({ mail: mail.mail }, "no mail server is set up");
  const outcome = await sendAccountMail(system, mailer, mail);
  if (outcome.outcome === "REFUSED") log.warn({ mail: mail.mail, reason: outcome.reason }, "mail refused");
}
