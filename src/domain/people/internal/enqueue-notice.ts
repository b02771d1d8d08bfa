import type { Tx } from "#platform/database.ts";
import type { Notice } from "../mails/notices.ts";

export type { Notice };

/**
 * Tells a person by mail what became of their account, once the transaction holds. Who has no address, or an installation without a
 * mail server, is told nothing.
 */
export async function enqueueNotice(
  tx: Tx,
  { userId, notice, codesLeft }: { userId: string; notice: Notice; codesLeft?: number },
): Promise<void> {
  // When it happened is the database's to say: the mail may go out much later.
  await tx.$executeRaw`
    select enqueue_job('send_account_mail', json_strip_nulls(json_build_object(
      'mail', 'notice', 'userId', ${userId}::text, 'notice', ${notice}::text, 'at', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'codesLeft', ${codesLeft ?? null}::int)))`;
}
