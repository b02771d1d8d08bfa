/** One field that changed, in words. */
export interface AuditChange {
  field: string;
  /** Null where it was not there. */
  before: string | null;
  after: string | null;
}

/** What changed from before to after, field by field; what stands in both as it was is left out. */
export function diffAudit(before: unknown, after: unknown): AuditChange[] {
  const [old, fresh] = [flatten(before), flatten(after)];
  const fields = new Set([...old.keys(), ...fresh.keys()]);
  return [...fields]
    .map((field) => ({ field, before: old.get(field) ?? null, after: fresh.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

/** `{ cadence: { timeZone: "UTC" } }` → `cadence, time zone: UTC`. */
function flatten(value: unknown, path: readonly string[] = []): Map<string, string> {
  if (!isObject(value)) return new Map(path.length > 0 ? [[path.join(", "), sayValue(value)]] : []);
  return new Map(
    Object.entries(value).flatMap(([key, held]) => [...flatten(held, [...path, sayField(key)])]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sayField(key: string): string {
  const words = key.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replaceAll("_", " ");
  return words.toLowerCase();
}

function sayValue(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (value === true) return "yes";
  if (value === false) return "no";
  if (value === "") return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(sayItem).join(", ");
  return String(value);
}

function sayItem(item: unknown): string {
  return typeof item === "object" ? JSON.stringify(item) : sayValue(item);
}
