import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { bareTransaction } from "./bare-transaction.ts";
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

/**
 * Pools and connections behind a pooler that hands out a connection for one transaction (pgbouncer; `?pgbouncer=true` in the URL): what
 * one transaction prepared under a name, another may not find, or find taken.
 */
const behindPooler = new WeakSet<object>();

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
  if (new URL(url).searchParams.get("pgbouncer") === "true") {
    behindPooler.add(pool);
    pool.on("connect", (client) => behindPooler.add(client));
  }
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
  return ctx.db.prisma.$transaction(
    async (tx) => {
      await runSql(tx, enterSql, whoEnters(ctx));
      return work({ ...ctx, tx });
    },
    { maxWait: 10_000, timeout: 30_000 },
  );
}

/**
 * The same on a bare connection, for hand-written statements alone. With `snapshot`, all of them see the database as it was at the
 * first, and none can write.
 */
export async function inBareOrganization<T>(
  ctx: Ctx,
  work: (client: pg.ClientBase) => Promise<T>,
  { snapshot = false } = {},
): Promise<T> {
  const begin = snapshot ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN";
  const enterAndWork = async (client: pg.ClientBase) => {
    await runSql(client, enterSql, whoEnters(ctx));
    return work(client);
  };
  return bareTransaction(ctx.db.pool, enterAndWork, begin);
}

/** Ends with the transaction. Values: organization, person, projects, the longest pause. */
const enterSql: Statement<never> = {
  name: "enter_organization",
  text: `
SELECT set_config('app.organization_id', $1, true), set_config('app.user_id', $2, true), set_config('app.project_ids', $3, true),
  set_config('idle_in_transaction_session_timeout', $4, true)`,
};

function whoEnters({ organizationId, actor }: Ctx): string[] {
  const person = actor.kind === "user" ? actor.userId : "";
  const projects = actor.kind === "user" && actor.projectIds ? `{${actor.projectIds.join(",")}}` : "";
  return [organizationId, person, projects, LONGEST_PAUSE];
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
  const named = behindPooler.has(runner) ? {} : { name: statement.name };
  const result = await runner.query({ ...named, text: statement.text, values: [...values] });
  return result.rows as Row[];
}
