import type { Ctx } from "#platform/context.ts";
import { inBareOrganization, runSql, type Statement, sql } from "#platform/database.ts";

const PAGE = 1_000;

/**
 * All rows of a statement, page by page and as of one instant, however long whoever takes them is about it; within reason: the database
 * ends a transaction that waits for them for two minutes. Nothing is read before the first page is asked for.
 */
export async function* streamSnapshot<Row>(
  ctx: Ctx,
  statement: Statement<Row>,
  values: readonly unknown[],
): AsyncGenerator<Row[]> {
  const { readable, writable } = new TransformStream<Row[], Row[]>();
  const writer = writable.getWriter();
  const open = sql<never>(`open_${statement.name}`, `DECLARE rows NO SCROLL CURSOR FOR ${statement.text}`);
  const reading = inBareOrganization(
    ctx,
    async (client) => {
      await runSql(client, waitLongerSql, []);
      await runSql(client, open, values);
      for (;;) {
        const page = await runSql(client, nextRowsSql as Statement<Row>, []);
        if (page.length > 0) await writer.write(page);
        if (page.length < PAGE) return;
      }
    },
    { snapshot: true },
  ).then(
    () => writer.close(),
    (error) => writer.abort(error),
  );
  try {
    yield* readable;
  } finally {
    // Whoever leaves early has cancelled the stream, and with it the transaction.
    await reading.catch(() => undefined);
  }
}

const waitLongerSql = sql<never>(
  "wait_for_reader",
  "SELECT set_config('idle_in_transaction_session_timeout', '120s', true)",
);
const nextRowsSql = sql<unknown>("next_rows", `FETCH ${PAGE} FROM rows`);
