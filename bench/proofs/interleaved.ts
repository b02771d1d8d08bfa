import { parseArgs } from "node:util";
import type { TestDatabase } from "#testing/database.ts";
import { withDatabase } from "#testing/with-database.ts";
import { type Interleaved, interleave } from "../interleave.ts";
import type { Proof } from "../proof.ts";
import { withPgbouncer } from "../with-pgbouncer.ts";

const ORGANIZATIONS = 500;
const CONNECTIONS = 8;

/** `npm run prove -- interleaved --transactions 5000 --direct` is the short version. */
export const proof: Proof = {
  name: "interleaved",
  says: "100,000 interleaved transactions of 500 organizations on 8 connections, half of them broken off, show no foreign row, directly and through pgbouncer",
  quick: false,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        transactions: { type: "string", default: "100000" },
        direct: { type: "boolean", default: false },
      },
    });
    // Looks are queued on a connection that its next user asks already.
    process.noDeprecation = true;
    const transactions = Number(values.transactions);
    const direct = await withDatabase("interleaved", (database) => goDirectly(database, transactions));
    if (values.direct) return judge([direct], transactions, "directly");
    const pooled = await withDatabase("interleaved", (database) =>
      goThroughPgbouncer(database, transactions),
    );
    if (!pooled) {
      console.log("pgbouncer is not installed (apt-get install pgbouncer): that half is skipped.");
      return judge([direct], transactions, "directly; through pgbouncer NOT shown, it is not installed");
    }
    return judge(
      [direct, pooled],
      transactions,
      "directly and as many through pgbouncer in transaction mode",
    );
  },
};

async function goDirectly(database: TestDatabase, transactions: number): Promise<Interleaved> {
  return go("directly", { ...database, transactions });
}

async function goThroughPgbouncer(database: TestDatabase, transactions: number): Promise<Interleaved | null> {
  const urls = [database.appUrl, database.workerUrl];
  return withPgbouncer(urls, CONNECTIONS, ([appUrl = "", workerUrl = ""], version) =>
    go(`through ${version}`, { adminUrl: database.adminUrl, appUrl, workerUrl, transactions }),
  );
}

interface Place {
  adminUrl: string;
  appUrl: string;
  workerUrl: string;
  transactions: number;
}

async function go(how: string, { adminUrl, appUrl, workerUrl, transactions }: Place): Promise<Interleaved> {
  const began = performance.now();
  const outcome = await interleave({
    adminUrl,
    appUrl,
    workerUrl,
    transactions,
    organizations: ORGANIZATIONS,
    connections: CONNECTIONS,
    onProgress: (done) => console.log(`${how}: ${done} of ${transactions}`),
  });
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(`\n${how}, ${seconds} s, ${outcome.looks} looks at connections that were given back:`);
  for (const [kind, count] of [...outcome.counts].sort())
    console.log(`${String(count).padStart(7)}  ${kind}`);
  for (const line of outcome.wrong) console.log(`WRONG: ${line}`);
  return outcome;
}

function judge(outcomes: readonly Interleaved[], transactions: number, how: string) {
  const wrong = outcomes.reduce((sum, outcome) => sum + outcome.wrong.length, 0);
  const isWhole = outcomes.every(
    ({ counts }) => [...counts.values()].reduce((sum, count) => sum + count, 0) === transactions,
  );
  const figure = `${wrong} foreign rows, settings left behind or rows gone astray in ${transactions} transactions ${how}`;
  return { ok: wrong === 0 && isWhole, figure };
}
