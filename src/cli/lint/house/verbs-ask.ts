import { type ExportedFunction, exportedFunctions } from "./domain-exports.ts";
import type { HouseRule } from "./house-rule.ts";
import { isPublicDomainFile } from "./verb-files.ts";

/** Whoever holds one of these can reach rows without anyone being asked. */
const DATABASES = ["Database", "Tx", "PrismaClient", "Pool", "PoolClient", "Client"];

/** Taken by steps of a verb that has asked before: inside its transaction, or beside one, where an import rule keeps entries away. */
const ASKED_BEFORE = ["TxCtx", "AskedCtx"];

/**
 * What a page or a task can call must ask whether the actor may: `command`, `query` and `guarded` do. A step (`ctx: TxCtx`, or
 * `ctx: AskedCtx` where it waits for the network) was asked for before, and work across organizations says so (`system: System`).
 */
export const verbsAsk: HouseRule = {
  name: "a verb asks whether the actor may",
  problems(file) {
    if (!isPublicDomainFile(file.path)) return [];
    return exportedFunctions(file).flatMap(whatIsWrong);
  },
};

function whatIsWrong({ name, madeBy, parameters }: ExportedFunction): string[] {
  if (madeBy) return [];
  const [first] = parameters;
  if (first?.type === "Ctx" || (first?.name === "ctx" && !ASKED_BEFORE.includes(first.type ?? ""))) {
    return [
      `${name} takes ctx and asks nobody: make it by command(…), query(…) or guarded(…), or take a TxCtx`,
    ];
  }
  const database = parameters.find(({ type }) => DATABASES.includes(type ?? ""));
  return database
    ? [`${name} takes a ${database.type}: take ctx or system, so that it is known who acts`]
    : [];
}
