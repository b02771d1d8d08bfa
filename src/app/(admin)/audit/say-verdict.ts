import { AUDIT_FAULTS } from "#domain/activity/audit-chain.ts";
import type { AuditLogVerdict } from "#domain/people/verify-audit-log.ts";
import { formatCount } from "#ui/format/format-count.ts";
import { formatInstant } from "#ui/format/format-instant.ts";

/** What verifying found, in words: how far the log is as it was written, and what shows that nothing was cut off. */
export function sayVerdict(verdict: AuditLogVerdict, zone: string): string {
  const { rows, problem, isSealed, lastAnchor, hasAnchors } = verdict;
  if (problem) {
    const before = rows > 0n ? " Those before it are as they were written." : "";
    return `Row ${formatCount(Number(problem.sequence))} ${AUDIT_FAULTS[problem.fault]}.${before} Tell whoever runs the database, and keep a copy of it.`;
  }
  if (rows === 0n) return "There is no row yet.";
  const count = formatCount(Number(rows));
  const all =
    rows === 1n
      ? "The one row is as it was written, and the head of the log names it as the last."
      : `All ${count} rows are as they were written, and the head of the log names row ${count} as the last.`;
  if (!isSealed) return `${all} None has a seal yet: the next one begins that.`;
  return `${all} ${sayAnchor(lastAnchor, hasAnchors, zone)}`;
}

function sayAnchor(last: AuditLogVerdict["lastAnchor"], hasAnchors: boolean, zone: string): string {
  if (last) {
    return `The last anchor outside the database is of row ${formatCount(Number(last.sequence))}, ${formatInstant(last.at, zone, "exact")}.`;
  }
  return hasAnchors
    ? "No anchor outside the database tells of this organisation yet; the worker adds one every minute."
    : "No anchors lie on this machine: ask whoever runs it for `audit verify` with those of the worker.";
}
