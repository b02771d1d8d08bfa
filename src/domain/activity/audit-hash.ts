import { hash } from "node:crypto";

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

/**
 * SHA-256 over the previous row's hash and this row's content in canonical JSON (keys sorted, as RFC 8785 has it). The content's own
 * keys are written out in their order: a log has many rows.
 */
export function auditHash(previousHash: Uint8Array, content: AuditContent): Uint8Array<ArrayBuffer> {
  const { address, userAgent } = content;
  const text = `{"action":${json(content.action)},"actorKind":${json(content.actorKind)},"actorName":${json(content.actorName)},"actorUserId":${json(content.actorUserId)},${address === undefined ? "" : `"address":${json(address)},`}"after":${canonicalJson(content.after)},"before":${canonicalJson(content.before)},"occurredAt":${json(content.occurredAt)},"organizationId":${json(content.organizationId)},"sequence":${content.sequence},"targetId":${json(content.targetId)},"targetType":${json(content.targetType)}${userAgent === undefined ? "" : `,"userAgent":${json(userAgent)}`}}`;
  return new Uint8Array(hash("sha256", Buffer.concat([previousHash, Buffer.from(text)]), "buffer"));
}

function json(text: string | null): string {
  return text === null ? "null" : JSON.stringify(text);
}

function canonicalJson(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
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
