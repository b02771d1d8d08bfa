import Link from "next/link";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { type ChosenPeriod, periodQuery } from "../chosen-period.ts";
import type { FilterChoices } from "../filter-choices.ts";
import { callsAddress, filterFields, type UsageFilter } from "../usage-address.ts";

interface CallFiltersProps {
  period: ChosenPeriod | null;
  filter: UsageFilter;
  choices: FilterChoices;
}

const SETTLED = [
  { value: "exact", label: "Exact" },
  { value: "estimated", label: "Estimated" },
  { value: "unpriced", label: "Without a price" },
];

/** The filters, kept in the address; they work without a script. */
export function CallFilters({ period, filter, choices }: CallFiltersProps) {
  const fields = filterFields(filter);
  const { episode, run } = fields;
  const kept = {
    ...(period ? periodQuery(period) : {}),
    ...(episode ? { episode } : {}),
    ...(run ? { run } : {}),
  };
  const isFiltered = Object.keys(fields).length > 0;
  const selects = [
    { name: "project", label: "Project", all: "Every project", options: choices.project },
    { name: "purpose", label: "Purpose", all: "Every purpose", options: choices.purpose },
    { name: "model", label: "Model", all: "Every model", options: choices.model },
    { name: "person", label: "Who", all: "Everybody", options: choices.person },
    { name: "settled", label: "Settled", all: "Any way", options: SETTLED },
  ];
  const chosen = selects.flatMap(
    ({ name, options }) => options.find(({ value }) => value === fields[name])?.label ?? [],
  );
  const only = [...chosen, ...(episode ? ["one episode"] : []), ...(run ? ["one run"] : [])];
  return (
    <div className="mb-2">
      <Fold title="Filter" hint={only.length > 0 ? `only ${only.join(", ")}` : "all calls"} open={isFiltered}>
        <form method="get" action="/usage/calls" aria-label="Filter">
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-3 lg:grid-cols-5">
            {selects.map(({ name, label, all, options }) => (
              <Field key={name} name={name} label={label}>
                {(control) => (
                  <select className="control block w-full" defaultValue={fields[name] ?? ""} {...control}>
                    <option value="">{all}</option>
                    {options.map((option) => (
                      <option key={option.value} value={option.value}>
                        {option.label}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            ))}
          </div>
          <p className="mt-4 flex items-center gap-4">
            <Button type="submit">Filter</Button>
            {isFiltered ? (
              <Link className="link" href={callsAddress(period)}>
                Show all
              </Link>
            ) : null}
          </p>
        </form>
      </Fold>
      {episode || run ? (
        <p className="mt-3 text-sm text-soft">
          Only the calls of one {episode ? "episode" : "run"}.{" "}
          <Link
            className="link"
            href={callsAddress(period, { ...filter, episodeId: undefined, queueId: undefined })}
          >
            Of all
          </Link>
        </p>
      ) : null}
    </div>
  );
}
