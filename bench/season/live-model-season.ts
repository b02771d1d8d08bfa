import type { TestDatabase } from "#testing/database.ts";
import { accessTo } from "#testing/factories/make-model-scene.ts";
import { modelAuthor } from "#testing/model-author.ts";
import { addCharged, type ModelCall } from "#testing/model-server/model-call.ts";
import { startModelServer } from "#testing/model-server/start-model-server.ts";
import { type Lived, liveSeason } from "./live-season.ts";
import type { ToldSeason } from "./read-season.ts";
import type { Season } from "./scripted-note.ts";
import { understandingAuthor } from "./understanding-author.ts";

/** Lives through a season with the test model server, and holds our ledger against the server's own. */
export async function liveModelSeason(
  database: TestDatabase,
  season: Season,
  options: { isQuiet?: boolean } = {},
): Promise<Lived> {
  const write = modelAuthor();
  const understand = understandingAuthor(season.notes);
  const server = await startModelServer({ answer: (request) => write(request) ?? understand(request) });
  try {
    const lived = await liveSeason(database, season, {
      ...options,
      writer: "model",
      modelAccess: accessTo(server),
    });
    await server.idle();
    const faults = judgeLedger(lived.told, server.calls);
    for (const fault of faults) console.log(`FAULT ${fault}`);
    const tokens = addCharged(server.calls);
    const figure = `${lived.figure}; ${server.calls.length} calls of ${tokens.uncachedInput + tokens.cacheRead} tokens in and ${tokens.output} out, ${faults.length} not as in the ledger`;
    return { ...lived, faults: [...lived.faults, ...faults], figure };
  } finally {
    await server.close();
  }
}

/** Each call that the server has answered is in the ledger, with what the server would bill, and nothing else is. */
function judgeLedger({ ledger, openReservations }: ToldSeason, calls: readonly ModelCall[]): string[] {
  const billed = addCharged(calls);
  const sum = (of: (row: ToldSeason["ledger"][number]) => bigint) =>
    Number(ledger.reduce((all, row) => all + of(row), 0n));
  const ours = {
    uncachedInput: sum((row) => row.uncachedInputTokens),
    cacheRead: sum((row) => row.cacheReadTokens),
    cacheWrite: sum((row) => row.cacheWriteTokens),
    output: sum((row) => row.outputTokens),
  };
  const faults = (["uncachedInput", "cacheRead", "cacheWrite", "output"] as const).flatMap((bucket) =>
    ours[bucket] === billed[bucket]
      ? []
      : [`${bucket}: ${ours[bucket]} tokens in the ledger, ${billed[bucket]} at the server`],
  );
  if (ledger.length !== calls.length) faults.push(`${ledger.length} entries for ${calls.length} calls`);
  if (openReservations > 0) faults.push(`${openReservations} reservations are open`);
  const purposes = new Set(ledger.map(({ purpose }) => purpose));
  for (const purpose of ["note.understand", "episode.outline", "episode.write"]) {
    if (!purposes.has(purpose)) faults.push(`no call was made for ${purpose}`);
  }
  return faults;
}
