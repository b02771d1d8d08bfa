import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Ctx, TxCtx } from "./context.ts";
import { type Prisma, PrismaClient } from "./db/generated/client.ts";

/** One process's way to the database: Prisma for nearly everything, the pool beneath it for the hot statements. */
export interface Database {
  prisma: PrismaClient;
  pool: pg.Pool;
  close(): Promise<void>;
}

/** An open transaction. */
export type Tx = Prisma.TransactionClient;

/** Money and counts outgrow a double: int8 comes back as bigint, as it does through Prisma. */
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.INT8 ? BigInt : pg.types.getTypeParser(oid, format ?? "text"),
} as pg.CustomTypesConfig;

/** Opens the database as the role of `url`. Connections are made when first needed. */
export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 10_000,
    types,
  });
  // An idle connection that the server closes (a restart) must not end the process; the next query opens another.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/**
 * How long a transaction may stand still between two statements before the server ends it. Shorter than a lease: the locks of a
 * process that was stopped in the middle must not outlive its right to the work.
 */
const LONGEST_PAUSE = "15s";

/**
 * Runs `work` in one transaction that sees and writes the rows of `ctx.organizationId` only, and of those the projects that the actor
 * may see; joins the transaction of `ctx` when one is open. Everything or nothing is kept. Make no model or network call inside.
 */
export async function inOrganization<T>(ctx: Ctx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  if (ctx.tx) return work({ ...ctx, tx: ctx.tx });
  const person = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const projects =
    ctx.actor.kind === "user" && ctx.actor.projectIds ? `{${ctx.actor.projectIds.join(",")}}` : "";
  return ctx.db.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`select set_config('app.organization_id', ${ctx.organizationId}, true), set_config('app.user_id', ${person}, true), set_config('app.project_ids', ${projects}, true), set_config('idle_in_transaction_session_timeout', ${LONGEST_PAUSE}, true)`;
      return work({ ...ctx, tx });
    },
    { maxWait: 10_000, timeout: 30_000 },
  );
}

/** One hand-written statement. `Row` is what it answers with; `name` is what the server keeps it prepared under. */
export interface Statement<Row> {
  name: string;
  text: string;
  readonly row?: Row;
}

/** Declares a statement; one to a file, `internal/<name>.sql.ts`. */
export function sql<Row>(name: string, text: string): Statement<Row> {
  return { name, text };
}

/** Runs a statement in an open transaction, or on the pool for the scans that span organizations. */
export async function runSql<Row>(
  runner: Tx | pg.Pool | pg.ClientBase,
  statement: Statement<Row>,
  values: readonly unknown[],
): Promise<Row[]> {
  if ("$queryRawUnsafe" in runner) return runner.$queryRawUnsafe<Row[]>(statement.text, ...values);
  const result = await runner.query({ name: statement.name, text: statement.text, values: [...values] });
  return result.rows as Row[];
}
