import type { z } from "zod";
import type { Tx } from "#platform/database.ts";
import type { AccountMail } from "../account-mail.ts";

/** Has a mail written and sent by the worker, once the transaction holds. */
export async function enqueueAccountMail(tx: Tx, mail: z.input<typeof AccountMail>): Promise<void> {
  const payload = JSON.stringify(mail);
  await tx.$executeRaw`select enqueue_job('send_account_mail', ${payload}::json)`;
}
