import type { BudgetMail } from "#domain/usage/budget-mail.ts";
import { sendBudgetMail } from "#domain/usage/send-budget-mail.ts";
import { log } from "#platform/log.ts";
import { openMail } from "#platform/mail.ts";
import type { System } from "#platform/system.ts";

/** Writes and sends a mail about a ceiling; without a mail server it is left out. */
export async function sendBudgetMailTask(system: System, mail: BudgetMail): Promise<void> {
  const mailer = openMail();
  if (!mailer) return log.debug({ kind: mail.kind }, "no mail server is set up");
  const outcome = await sendBudgetMail(system, mailer, mail);
  if (outcome.outcome === "REFUSED") log.warn({ kind: mail.kind, reason: outcome.reason }, "mail refused");
}
