import { createReadStream } from "node:fs";
import { z } from "zod";
import type { Keys } from "#platform/keys.ts";
import { type AuditHead, isSeal, sealOfHead } from "./audit-seal.ts";

/** Its name in the data folder. */
export const ANCHOR_FILE = "audit-anchors.jsonl";

/** A head of before, as a line of the file outside the database tells of it. */
export interface AuditAnchor extends AuditHead {
  at: Date;
  seal: Uint8Array;
}

const bytes = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((hex) => new Uint8Array(Buffer.from(hex, "hex")));
const number = z.number().int().positive().transform(BigInt);

const AnchorLine = z
  .object({
    at: z.iso.datetime(),
    organization: z.uuid(),
    sequence: number,
    hash: bytes,
    sealedFrom: number,
    seal: bytes,
  })
  .transform(({ at, organization, ...head }) => ({
    at: new Date(at),
    organizationId: organization,
    ...head,
  }));

/** What a line of the file says, before it is JSON. */
export function anchorLine({ at, organizationId, sequence, hash, sealedFrom, seal }: AuditAnchor) {
  const hex = (given: Uint8Array) => Buffer.from(given).toString("hex");
  return {
    at: at.toISOString(),
    organization: organizationId,
    sequence: Number(sequence),
    hash: hex(hash),
    sealedFrom: Number(sealedFrom),
    seal: hex(seal),
  };
}

export interface AnchorsRead {
  byOrganization: Map<string, AuditAnchor[]>;
  /** Lines that are torn, or that this installation did not write: they say nothing, and are not believed. */
  notOurs: number;
  /** Up to which byte of the file lines were read. */
  end: number;
  /** False when the last line is not ended: it was torn by a crash, or is being written. */
  isWhole: boolean;
}

/** Reads the anchors from byte `start` of the file; null when there is no such file. */
export async function readAnchors(file: string, keys: Keys, start = 0): Promise<AnchorsRead | null> {
  const read: AnchorsRead = { byOrganization: new Map(), notOurs: 0, end: start, isWhole: true };
  let rest = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(file, { start })) {
      rest = Buffer.concat([rest, chunk as Buffer]);
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        take(read, keys, rest.subarray(0, end).toString());
        read.end += end + 1;
        rest = rest.subarray(end + 1);
      }
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  return { ...read, isWhole: rest.length === 0 };
}

function take(read: AnchorsRead, keys: Keys, line: string): void {
  if (line === "") return;
  const anchor = parseLine(line);
  if (!anchor || !isSeal(anchor.seal, sealOfHead(keys, anchor))) {
    read.notOurs += 1;
    return;
  }
  const known = read.byOrganization.get(anchor.organizationId) ?? [];
  known.push(anchor);
  read.byOrganization.set(anchor.organizationId, known);
}

function parseLine(line: string): AuditAnchor | null {
  try {
    return AnchorLine.parse(JSON.parse(line));
  } catch {
    // Torn by a crash, or written by somebody else: counted by the caller.
    return null;
  }
}
