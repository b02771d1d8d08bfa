import { createHash } from "node:crypto";

/** What a row of the audit log is hashed over. Instants are ISO 8601 in UTC. */
export interface AuditContent {
  organizationId: string;
  sequence: bigint;
  actorKind: string;
  actorUserId: string | null;
  actorName: string | null;
  action: string;
  targetType: string;
  targetId: string;
  before: unknown;
  after: unknown;
  /** Left out, not null, where it is not known: so the rows from before there was one keep their hash. */
  address?: string;
  userAgent?: string;
  occurredAt: string;
}

/** The hash before the first row of an organization. */
export const FIRST_HASH = new Uint8Array(32);

/** SHA-256 over the previous row's hash and this row's content in canonical JSON (keys sorted, as RFC 8785 has it). */
export function auditHash(previousHash: Uint8Array, content: AuditContent): Uint8Array<ArrayBuffer> {
  const hash = createHash("sha256").update(previousHash).update(canonicalJson(content)).digest();
  return new Uint8Array(hash);
}

function canonicalJson(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return value.toString();
  if (value === undefined || value === null) return "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  let members = "";
  for (const key of Object.keys(value).sort()) {
    const held = (value as Record<string, unknown>)[key];
    if (held === undefined) continue;
    members += `${members === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(held)}`;
  }
  return `{${members}}`;
}
