import { ANCHOR_FILE, type AnchorsRead, readAnchors } from "#domain/activity/audit-anchors.ts";
import { AUDIT_FAULTS } from "#domain/activity/audit-chain.ts";
import { listAuditedOrganizations } from "#domain/activity/list-audited-organizations.ts";
import { type AuditVerdict, verifyAudit } from "#domain/activity/verify-audit.ts";
import { env } from "#platform/env.ts";
import { AppError } from "#platform/errors.ts";
import type { System } from "#platform/system.ts";
import { withSystem } from "./commands.ts";

interface Options {
  /** The slug of the one to verify; all of them when left out. */
  organization?: string;
  /** The file of anchors; the one in DATA_DIR when left out. */
  anchors?: string;
}

/** Prints a line for each organization; the exit code is 1 when a row of any is not as it was left. */
export async function verifyAuditCommand(options: Options): Promise<void> {
  await withSystem(async (system) => {
    if (!(await verifyAudits(system, options, console.log))) process.exitCode = 1;
  }, "worker");
}

/**
 * Verifies the logs of all organizations, or of the one with that slug. `system` enters as the worker, who may look at all heads. True
 * when every row of every log is as it was left.
 *
 * @throws AppError NOT_FOUND when no organization has the slug, or the anchors that were asked for are not there.
 */
export async function verifyAudits(
  system: System,
  options: Options,
  say: (line: string) => void,
): Promise<boolean> {
  const file = options.anchors ?? `${env().DATA_DIR}/${ANCHOR_FILE}`;
  const anchors = await readAnchors(file, system.keys);
  if (!anchors && options.anchors) throw new AppError("NOT_FOUND", `There is no file ${file}.`);
  const all = await listAuditedOrganizations(system, anchors);
  const chosen = options.organization ? all.filter(({ slug }) => slug === options.organization) : all;
  if (options.organization && chosen.length === 0) {
    throw new AppError("NOT_FOUND", `No organization has the slug ${options.organization}.`);
  }
  say(sayAnchors(anchors, file));
  let isWhole = true;
  for (const { organizationId, name } of chosen) {
    const onProgress = everyMany((rows) => say(`${name}: ${rows} rows so far …`));
    const verdict = await verifyAudit(system, organizationId, { anchors, onProgress });
    say(`${name}: ${sayVerdict(verdict)}`);
    if (verdict.problem) isWhole = false;
  }
  return isWhole;
}

const ROWS_BETWEEN_SIGNS = 100_000n;

function everyMany(tell: (rows: bigint) => void): (rows: bigint) => void {
  let next = ROWS_BETWEEN_SIGNS;
  return (rows) => {
    if (rows < next) return;
    tell(rows);
    next = rows + ROWS_BETWEEN_SIGNS;
  };
}

function sayAnchors(anchors: AnchorsRead | null, file: string): string {
  if (!anchors) {
    return `There is no file ${file}: an old head put back, with the rows after it cut off, would not be found.`;
  }
  const count = [...anchors.byOrganization.values()].reduce((sum, { length }) => sum + length, 0);
  const bad = anchors.notOurs > 0 ? `; ${anchors.notOurs} lines are torn or not ours, and not believed` : "";
  return `${count} anchors in ${file}${bad}`;
}

function sayVerdict({ rows, problem, lastAnchor, isSealed }: AuditVerdict): string {
  if (problem) return `row ${problem.sequence} ${AUDIT_FAULTS[problem.fault]}`;
  if (!isSealed && rows > 0n) return `${rows} rows, whole, and none sealed yet: the next row begins that`;
  return `${rows} rows, whole${lastAnchor ? `, anchored up to row ${lastAnchor.sequence}` : ""}`;
}
