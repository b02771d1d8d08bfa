import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { lockRelationsSql } from "./lock-relations.sql.ts";

/** Has those who relate notes of the project take turns, until the transaction ends. Take it before any lock on a note. */
export async function lockRelations({ tx }: TxCtx, projectId: string): Promise<void> {
  await runSql(tx, lockRelationsSql, [projectId]);
}
