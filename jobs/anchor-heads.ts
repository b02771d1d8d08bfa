import path from "node:path";
import type { Logger } from "pino";
import { anchorAuditHeads, anchorMemory } from "#domain/activity/anchor-audit-heads.ts";
import { ANCHOR_FILE } from "#domain/activity/audit-anchors.ts";
import type { System } from "#platform/system.ts";

/**
 * One round copies the heads of all audit logs that moved to the file in the data folder, and to the log, which may be shipped to
 * another machine. Every worker keeps its own copy.
 */
export function anchorHeads(system: System, dataFolder: string, log: Logger): () => Promise<void> {
  const memory = anchorMemory(path.join(dataFolder, ANCHOR_FILE));
  return async () => {
    const { added, notAsLeft } = await anchorAuditHeads(system, memory);
    for (const anchor of added) log.info(anchor, "audit head anchored");
    for (const organization of notAsLeft) {
      log.error({ organization }, "the head of an audit log is not as it was left: run `audit verify`");
    }
  };
}
