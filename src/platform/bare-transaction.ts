import type pg from "pg";

/**
 * Runs hand-written statements in one transaction on a connection of its own: everything or nothing is kept.
 *
 * @param begin how it begins, where the server's default won't do
 */
export async function bareTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.ClientBase) => Promise<T>,
  begin = "BEGIN",
): Promise<T> {
  const client = await pool.connect();
  let failure: Error | undefined;
  const keep = (error: Error) => {
    failure = error;
  };
  // The server may close the connection between two statements; the next statement fails then, and that is enough.
  client.on("error", keep);
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.off("error", keep);
    // A connection that failed inside a transaction is closed, not given back.
    client.release(failure);
  }
}
