import { randomBytes } from "node:crypto";
import type pg from "pg";
import { auditHash, FIRST_HASH } from "#domain/activity/audit-hash.ts";
import { auditRows } from "#domain/activity/internal/read-audit-rows.ts";
import type { SceneLog } from "./audit-logs.ts";

/** What a tampering is made with: a superuser's connection in a transaction, the log it hits, and another one. */
export interface Attack {
  admin: pg.Client;
  log: SceneLog;
  other: SceneLog;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
}

/** The first row that is bad afterwards: in the log that was hit, and where the other was hit too, in that one. */
type FirstBad = number | { first: number; other: number };

/** A way to tamper with a log. It answers with what verifying must name. */
type Tampering = (attack: Attack) => Promise<FirstBad>;

const COLUMNS =
  "actor_kind, actor_user_id, actor_name, action, target_type, target_id, before, after, address, user_agent, occurred_at, previous_hash, hash, seal";

/** A value for each column that its row does not have. */
const EDITS: Record<string, string> = {
  actor_kind: "case actor_kind when 'SYSTEM' then 'API_KEY' else 'SYSTEM' end::actor_kind",
  actor_user_id: "gen_random_uuid()",
  actor_name: "coalesce(actor_name, '') || 'x'",
  action: "'audit.export'",
  target_type: "'source'",
  target_id: "target_id || ' '",
  before: `'{"minutes":-1}'`,
  after: "null",
  address: "case when address is null then '' else null end",
  user_agent: "coalesce(user_agent, '') || 'x'",
  occurred_at: "occurred_at + interval '1 day'",
  previous_hash: "sha256(previous_hash)",
  hash: "sha256(hash)",
  seal: "sha256(hash)",
};

export const TAMPERINGS: Record<string, Tampering> = {
  "any column of a row edited": async (attack) => {
    const columns = Object.entries(EDITS);
    const [column, value] = columns[attack.between(0, columns.length - 1)] ?? ["action", "'x'"];
    const row = attack.between(1, attack.log.rows);
    await change(attack, `${column} = ${value}`, row);
    return row;
  },
  "time moved by a millisecond": async (attack) => {
    const row = attack.between(1, attack.log.rows);
    const sign = attack.between(0, 1) === 0 ? "-" : "+";
    await change(attack, `occurred_at = occurred_at ${sign} interval '1 ms'`, row);
    return row;
  },
  "JSON changed inside": async (attack) => {
    const row = attack.between(1, attack.log.rows);
    const [path, value] = [
      ["{minutes}", "'999'"],
      ["{added}", "'null'"],
      ["{deep,on}", "'false'"],
      ["{days,0}", "'7'"],
    ][row < attack.log.sealedFrom ? 0 : attack.between(0, 3)] ?? ["{minutes}", "'999'"];
    await change(attack, `after = jsonb_set(after, '${path}', ${value})`, row);
    return row;
  },
  "seal of another row": async (attack) => {
    const { log } = attack;
    const row = attack.between(log.sealedFrom, log.rows - 1);
    await change(
      attack,
      `seal = (select seal from audit_log x where x.organization_id = audit_log.organization_id and sequence = ${row + 1})`,
      row,
    );
    return row;
  },
  "seal taken off": async (attack) => {
    const row = attack.between(attack.log.sealedFrom, attack.log.rows);
    await change(attack, "seal = null", row);
    return row;
  },
  "row deleted": async (attack) => {
    const row = attack.between(1, attack.log.rows);
    await remove(attack, row, row);
    return row;
  },
  "rows deleted and the rest renumbered": async (attack) => {
    const first = attack.between(1, attack.log.rows - 2);
    const last = attack.between(first, attack.log.rows - 1);
    await remove(attack, first, last);
    await renumber(attack, last + 1, first - last - 1);
    return first;
  },
  "two rows swapped": async (attack) => {
    const one = attack.between(1, attack.log.rows - 1);
    const two = attack.between(one + 1, attack.log.rows);
    await change(attack, "sequence = -1", one);
    await change(attack, `sequence = ${one}`, two);
    await change(attack, `sequence = ${two}`, -1);
    return one;
  },
  "row put in": async (attack) => {
    const row = attack.between(attack.log.sealedFrom, attack.log.rows);
    await renumber(attack, row, 1);
    await insertAt(attack, row);
    if (attack.between(0, 1) === 1) await recompute(attack, row);
    return row;
  },
  "row put in at the end, head moved": async (attack) => {
    const row = attack.log.rows + 1;
    await insertAt(attack, row);
    await recompute(attack, row);
    await moveHead(attack);
    return row;
  },
  "end cut off": async (attack) => cut(attack),
  "end cut off, head set to match": async (attack) => {
    const first = await cut(attack, 2);
    await moveHead(attack);
    return first;
  },
  "end cut off, older head put back": async (attack) => {
    const { log } = attack;
    const last = attack.between(log.sealedFrom, log.rows - 1);
    await remove(attack, last + 1, log.rows);
    await putBack(attack, last);
    return last + 1;
  },
  "older head put back": async (attack) => {
    const last = attack.between(attack.log.sealedFrom, attack.log.rows - 1);
    await putBack(attack, last);
    return last + 1;
  },
  "head taken away": async (attack) => {
    await attack.admin.query("delete from audit_head where organization_id = $1", [
      attack.log.organizationId,
    ]);
    return attack.log.rows + 1;
  },
  "head edited": async (attack) => {
    const edits = [
      "sequence = sequence + 1",
      "hash = sha256(hash)",
      "sealed_from = sealed_from + 1",
      "seal = sha256(seal)",
    ];
    await setHead(attack, edits[attack.between(0, 3)] ?? "seal = sha256(seal)");
    return attack.log.rows + 1;
  },
  "head of another organisation": async (attack) => {
    const [head] = attack.other.heads.slice(-1);
    if (!head) throw new Error("the other log has no head");
    await setHead(attack, "sequence = $2, hash = $3, sealed_from = $4, seal = $5", [
      head.sequence,
      head.hash,
      head.sealedFrom,
      head.seal,
    ]);
    return attack.log.rows + 1;
  },
  "all of it deleted": async (attack) => {
    await remove(attack, 1, attack.log.rows);
    if (attack.between(0, 1) === 1) {
      await attack.admin.query("delete from audit_head where organization_id = $1", [
        attack.log.organizationId,
      ]);
    }
    return 1;
  },
  "row edited, chain recomputed without the key": async (attack) => {
    const row = attack.between(attack.log.sealedFrom, attack.log.rows);
    await change(attack, "target_id = 'somebody else'", row);
    await recompute(attack, row);
    await moveHead(attack);
    return row;
  },
  "chain recomputed, seals stripped, head taken away": async (attack) => {
    const row = attack.between(1, attack.log.rows);
    await change(attack, "target_id = 'somebody else'", row);
    await recompute(attack, row);
    const { organizationId, sealedFrom } = attack.log;
    await attack.admin.query("update audit_log set seal = null where organization_id = $1", [organizationId]);
    await attack.admin.query("delete from audit_head where organization_id = $1", [organizationId]);
    return sealedFrom;
  },
  "row from before the seals edited, chain recomputed": async (attack) => {
    const { sealedFrom, rows } = attack.log;
    const row = sealedFrom > 1 ? attack.between(1, sealedFrom - 1) : attack.between(1, rows);
    await change(attack, "target_id = 'somebody else'", row);
    await recompute(attack, row);
    // Rows without seals can be made to fit; the first seal after them does not.
    return Math.max(row, sealedFrom);
  },
  "row moved to another organisation": async (attack) => {
    const { admin, log, other } = attack;
    const row = attack.between(1, log.rows);
    const there = attack.between(1, other.rows + 1);
    await admin.query("delete from audit_log where organization_id = $1 and sequence = $2", [
      other.organizationId,
      there,
    ]);
    await admin.query(
      "update audit_log set organization_id = $1, sequence = $2 where organization_id = $3 and sequence = $4",
      [other.organizationId, there, log.organizationId, row],
    );
    return { first: row, other: there };
  },
};

async function change({ admin, log }: Attack, set: string, row: number): Promise<void> {
  await admin.query(`update audit_log set ${set} where organization_id = $1 and sequence = $2`, [
    log.organizationId,
    row,
  ]);
}

async function remove({ admin, log }: Attack, from: number, to: number): Promise<void> {
  await admin.query("delete from audit_log where organization_id = $1 and sequence between $2 and $3", [
    log.organizationId,
    from,
    to,
  ]);
}

async function renumber({ admin, log }: Attack, from: number, by: number): Promise<void> {
  // By way of numbers that are free, because the key is checked row by row.
  const move =
    "update audit_log set sequence = $3 - sequence where organization_id = $1 and sequence between $2 and $4";
  await admin.query(move, [log.organizationId, from, -1_000_000, 1_000_000]);
  await admin.query(move, [log.organizationId, -2_000_000, -1_000_000 + by, -1]);
}

async function insertAt(attack: Attack, row: number): Promise<void> {
  const { admin, log, between } = attack;
  const model = between(0, 1) === 0 && row > 1 ? row - 1 : row === 1 ? 2 : 1;
  await admin.query(
    `insert into audit_log (organization_id, sequence, ${COLUMNS}) select organization_id, $2, ${COLUMNS} from audit_log where organization_id = $1 and sequence = $3`,
    [log.organizationId, row, model],
  );
}

async function cut(attack: Attack, earliest = 1): Promise<number> {
  const first = attack.between(earliest, attack.log.rows);
  await remove(attack, first, attack.log.rows);
  return first;
}

/** Computes the chain anew from a row on, as everybody can who can read this code. The seals stay, are stripped, or are made up. */
async function recompute({ admin, log, between }: Attack, from: number): Promise<void> {
  const { organizationId } = log;
  await admin.query("select set_config('app.organization_id', $1, true)", [organizationId]);
  const rows = [];
  for await (const page of auditRows(admin)) rows.push(...page);
  const seals = between(0, 2);
  let last: Uint8Array = FIRST_HASH;
  for (const { previousHash: _, hash, seal, ...content } of rows) {
    const isChanged = content.sequence >= from;
    const made = isChanged ? auditHash(last, content) : hash;
    const isSealed = seal !== null && isChanged;
    const written = isSealed && seals > 0 ? (seals === 1 ? null : randomBytes(32)) : seal;
    if (isChanged) {
      await admin.query(
        "update audit_log set previous_hash = $3, hash = $4, seal = $5 where organization_id = $1 and sequence = $2",
        [organizationId, content.sequence, last, made, written],
      );
    }
    last = made;
  }
}

async function setHead({ admin, log }: Attack, set: string, values: unknown[] = []): Promise<void> {
  await admin.query(`update audit_head set ${set} where organization_id = $1`, [
    log.organizationId,
    ...values,
  ]);
}

/** To the last row that is there; its seal can't be made, so it stays or is made up. */
async function moveHead(attack: Attack): Promise<void> {
  const seal = attack.between(0, 1) === 0 ? "seal" : "sha256(seal)";
  await setHead(
    attack,
    `(sequence, hash) = (select sequence, hash from audit_log where organization_id = $1 order by sequence desc limit 1), seal = ${seal}`,
  );
}

async function putBack(attack: Attack, last: number): Promise<void> {
  const head = attack.log.heads[last - attack.log.sealedFrom];
  if (!head) throw new Error(`there was no head at row ${last}`);
  await setHead(attack, "sequence = $2, hash = $3, seal = $4", [head.sequence, head.hash, head.seal]);
}
