import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import type { System } from "#platform/system.ts";
import { type AuditAnchor, anchorLine, readAnchors } from "./audit-anchors.ts";
import { isSeal, sealOfHead } from "./audit-seal.ts";

/** What one process knows of its anchor file: how far it has read, and the last line of each organization. */
export interface AnchorMemory {
  file: string;
  end: number;
  isWhole: boolean;
  last: Map<string, AuditAnchor>;
}

/** Knows nothing yet: the first round reads the file. */
export function anchorMemory(file: string): AnchorMemory {
  return { file, end: 0, isWhole: true, last: new Map() };
}

export interface Anchored {
  /** The lines that were added. */
  added: ReturnType<typeof anchorLine>[];
  /** Organizations whose head went back, is another one under its number, or has no seal of ours: somebody reached into the database. */
  notAsLeft: string[];
}

/**
 * Copies every head of an audit log that moved to a file outside the database: whoever cuts off the end of a log and puts an old head
 * back can't reach it. Lines are only added. Processes may share a file; each reads what the others added.
 */
export async function anchorAuditHeads(system: System, memory: AnchorMemory): Promise<Anchored> {
  const isNewFile = !(await catchUp(system, memory));
  const at = system.clock.now();
  const heads = await system.db.prisma.auditHead.findMany();
  const moved: AuditAnchor[] = [];
  const notAsLeft: string[] = [];
  for (const head of heads) {
    const last = memory.last.get(head.organizationId);
    const isAsBefore = head.sequence === last?.sequence && Buffer.compare(head.hash, last.hash) === 0;
    const isNew = !last || head.sequence > last.sequence;
    const isOurs = isSeal(head.seal, sealOfHead(system.keys, head));
    if (isOurs && (isNew || (isAsBefore && isNewFile))) moved.push({ ...head, at });
    else if (!isOurs || !isAsBefore) notAsLeft.push(head.organizationId);
  }
  const added = moved.map(anchorLine);
  if (added.length > 0) {
    await append(memory, added.map((line) => `${JSON.stringify(line)}\n`).join(""));
    for (const anchor of moved) memory.last.set(anchor.organizationId, anchor);
  }
  return { added, notAsLeft };
}

async function catchUp(system: System, memory: AnchorMemory): Promise<boolean> {
  const read = await readAnchors(memory.file, system.keys, memory.end);
  if (!read) {
    Object.assign(memory, { end: 0, isWhole: true });
    return false;
  }
  memory.end = read.end;
  memory.isWhole = read.isWhole;
  for (const anchors of read.byOrganization.values()) {
    for (const anchor of anchors) {
      const last = memory.last.get(anchor.organizationId);
      if (!last || anchor.sequence > last.sequence) memory.last.set(anchor.organizationId, anchor);
    }
  }
  return true;
}

async function append(memory: AnchorMemory, lines: string): Promise<void> {
  await mkdir(path.dirname(memory.file), { recursive: true });
  const file = await open(memory.file, "a", 0o600);
  try {
    // A line that a crash tore must not swallow the next one.
    await file.appendFile(memory.isWhole ? lines : `\n${lines}`);
    await file.datasync();
  } finally {
    await file.close();
  }
}
