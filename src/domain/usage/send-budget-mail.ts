import type { Mailer, MailOutcome } from "#platform/mail.ts";
import type { System } from "#platform/system.ts";
import type { BudgetMail } from "./budget-mail.ts";
import { writeBudgetMail } from "./internal/budgets/write-budget-mail.ts";

/**
 * Writes and sends one mail about a ceiling; what it says is what holds when it is written. `NOT_WRITTEN` when there is nothing to say any more,
 * or nobody to say it to.
 *
 * @throws when the mail server can't be reached or asks to wait: try again
 */
export async function sendBudgetMail(
  system: System,
  mailer: Mailer,
  mail: BudgetMail,
): Promise<MailOutcome | { outcome: "NOT_WRITTEN" }> {
  const written = await writeBudgetMail(system, mailer.origin, mail);
  return written ? mailer.send(written) : { outcome: "NOT_WRITTEN" };
}
