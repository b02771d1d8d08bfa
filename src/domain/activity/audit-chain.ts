import type { Keys } from "#platform/keys.ts";
import { type AuditContent, auditHash, FIRST_HASH } from "./audit-hash.ts";
import { type AuditHead, isSeal, sealOfHead, sealOfRow } from "./audit-seal.ts";

/** A row as it stands in the table. */
export interface AuditRow extends AuditContent {
  previousHash: Uint8Array;
  hash: Uint8Array;
  seal: Uint8Array | null;
}

/** What is wrong with a row, and what that means in words. */
export const AUDIT_FAULTS = {
  edited: "was changed after it was written",
  missing: "is missing",
  moved: "was put in, or stands in another place than it was written to",
  forged: "carries a seal that this installation did not make: it was written or changed by somebody else",
  unsealed: "has no seal, though rows from here on have theirs",
  rewritten: "is another one than the anchor outside the database remembers",
  cut: "is missing, with whatever came after it: the end of the log was cut off",
  beyond: "stands behind the row that the head of the log names as the last: the head was set back",
  restarted:
    "is the first behind a head that was made anew: nothing shows that no rows were cut off before it",
  headless: "would be the next, but nothing shows that it was not cut off: the head of the log is missing",
  "head-forged":
    "would be the next, but nothing shows that it was not cut off: the head of the log is not as it was left",
} as const;
export type AuditFault = keyof typeof AUDIT_FAULTS;

export interface AuditProblem {
  sequence: bigint;
  fault: AuditFault;
}

/** What is known of the log from outside its rows. */
export interface AuditWitnesses {
  head: (AuditHead & { seal: Uint8Array }) | null;
  /** Heads of before that were copied to a file; their seals were checked. */
  anchors: readonly AuditHead[];
}

/** Walks an organization's log, row after row in the order of their numbers, and stops at the first that is not as it was left. */
export interface AuditWalk {
  /** Takes the next row. */
  step(row: AuditRow): AuditProblem | null;
  /** To be called after the last row. */
  end(): AuditProblem | null;
  /** How many rows were found good. */
  readonly rows: bigint;
}

/** Begins the walk. Pure: rows and witnesses are handed in. */
export function walkAudit(
  organizationId: string,
  keys: Keys,
  { head: given, anchors }: AuditWitnesses,
): AuditWalk {
  const head = given && isSeal(given.seal, sealOfHead(keys, { ...given, organizationId })) ? given : null;
  const anchored = Map.groupBy(anchors, ({ sequence }) => sequence);
  const isKnownAfter = (sequence: bigint) =>
    [...(head ? [head] : []), ...anchors].some((known) => known.sequence > sequence);
  let sealedFrom = firstSealed(head ? [head, ...anchors] : anchors);
  let isHeadMadeAnew = false;
  let sequence = 0n;
  let previousHash: Uint8Array = FIRST_HASH;

  function faultOf(row: AuditRow): AuditFault | null {
    const isOurs = isSeal(row.seal, sealOfRow(keys, row.hash));
    const follows = equal(row.previousHash, previousHash);
    const isRight = equal(row.hash, auditHash(previousHash, contentOf(row)));
    if (!isRight && !follows && (isOurs || row.seal === null)) return "moved";
    if (!isRight || !follows) return "edited";
    if (row.seal === null) return sealedFrom !== null && row.sequence >= sealedFrom ? "unsealed" : null;
    if (!isOurs) return "forged";
    sealedFrom ??= row.sequence;
    if (head && row.sequence < head.sealedFrom) isHeadMadeAnew = true;
    if (isHeadMadeAnew && row.sequence === head?.sealedFrom) return "restarted";
    const isAsAnchored = (anchored.get(row.sequence) ?? []).every((anchor) => equal(anchor.hash, row.hash));
    if (!isAsAnchored) return "rewritten";
    return head && row.sequence > head.sequence ? "beyond" : null;
  }

  return {
    step(row) {
      const due = sequence + 1n;
      if (row.sequence !== due) return { sequence: due, fault: row.sequence > due ? "missing" : "moved" };
      const fault = faultOf(row);
      if (fault) return { sequence: due, fault };
      sequence = due;
      previousHash = row.hash;
      return null;
    },
    end() {
      const due = sequence + 1n;
      if (isKnownAfter(sequence)) return { sequence: due, fault: "cut" };
      if (given && (!head || !equal(head.hash, previousHash))) return { sequence: due, fault: "head-forged" };
      if (!given && sealedFrom !== null) return { sequence: due, fault: "headless" };
      return null;
    },
    get rows() {
      return sequence;
    },
  };
}

function firstSealed(known: readonly AuditHead[]): bigint | null {
  let first: bigint | null = null;
  for (const { sealedFrom } of known) if (first === null || sealedFrom < first) first = sealedFrom;
  return first;
}

function contentOf({ previousHash: _, hash: __, seal: ___, ...content }: AuditRow): AuditContent {
  return content;
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
