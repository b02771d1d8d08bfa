import { AuditFilter } from "#domain/people/audit-filter.ts";

/** What stands in the address of the page. A form that was sent as it was leaves empty values behind: they ask for nothing. */
export type AuditSearch = Record<string, string | string[] | undefined>;

const FIELDS = ["who", "action", "target", "from", "until"] as const;

/** The filter that an address asks for. What it asks for in a way that can't be is left out, and the page says so. */
export function readFilter(
  search: AuditSearch,
  zone: string,
): { filter: AuditFilter; notUnderstood: string[] } {
  const filter: AuditFilter = { zone };
  const notUnderstood: string[] = [];
  for (const field of FIELDS) {
    const given = search[field];
    if (given === undefined || given === "") continue;
    const outcome = AuditFilter.shape[field].safeParse(given);
    if (outcome.success && outcome.data !== undefined) Object.assign(filter, { [field]: outcome.data });
    else notUnderstood.push(field);
  }
  return { filter, notUnderstood };
}

/** The number before which a page begins; undefined for the first page. */
export function readBefore(search: AuditSearch): string | undefined {
  const { before } = search;
  return typeof before === "string" && /^[1-9]\d{0,17}$/.test(before) ? before : undefined;
}

/** The same filter as an address, with the number before which the next page begins. */
export function filterQuery(filter: AuditFilter, before?: bigint): string {
  const query = new URLSearchParams();
  for (const field of FIELDS) if (filter[field]) query.set(field, filter[field]);
  if (before !== undefined) query.set("before", String(before));
  return query.toString();
}
