import Link from "next/link";
import { AUDIT_ACTIONS } from "#domain/activity/audit-actions.ts";
import type { AuditFilter } from "#domain/people/audit-filter.ts";
import { Button } from "#ui/button.tsx";
import { Field, TextField } from "#ui/field.tsx";

interface AuditFiltersProps {
  filter: AuditFilter;
  people: readonly { id: string; name: string }[];
}

/** The filters, kept in the address; they work without a script. */
export function AuditFilters({ filter, people }: AuditFiltersProps) {
  const { who, action, target, from, until } = filter;
  const isFiltered = Boolean(who || action || target || from || until);
  return (
    <form method="get" action="/audit" aria-label="Filters" className="border-y border-line py-4">
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-5">
        <Field name="who" label="Who">
          {(control) => (
            <select className="control block w-full" defaultValue={who ?? ""} {...control}>
              <option value="">Everybody</option>
              <option value="system">Episodic itself</option>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="action" label="What">
          {(control) => (
            <select className="control block w-full" defaultValue={action ?? ""} {...control}>
              <option value="">Everything</option>
              {Object.entries(AUDIT_ACTIONS).map(([name, says]) => (
                <option key={name} value={name}>
                  {says}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField name="target" label="Target" type="search" maxLength={200} defaultValue={target ?? ""} />
        <TextField name="from" label="From" type="date" defaultValue={from ?? ""} />
        <TextField name="until" label="Until" type="date" defaultValue={until ?? ""} />
      </div>
      <p className="mt-4 flex items-center gap-4">
        <Button type="submit">Filter</Button>
        {isFiltered ? (
          <Link className="link" href="/audit">
            Show all
          </Link>
        ) : null}
      </p>
    </form>
  );
}
