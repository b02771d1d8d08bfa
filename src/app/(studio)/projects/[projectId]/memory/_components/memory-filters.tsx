import Link from "next/link";
import { KIND_WORDS, ORIGIN_WORDS } from "#app/(studio)/_components/say-memory.ts";
import { LEARNT_KINDS } from "#domain/planning/memory-kinds.ts";
import { Button } from "#ui/button.tsx";
import { Field, TextField } from "#ui/field.tsx";
import { type MemoryPlace, memoryAddress } from "../memory-address.ts";

const ORIGINS = ["NOTE", "CHAT", "EPISODE", "PERSON"] as const;

/** Search by meaning, and what the list shows only; kept in the address, and works without a script. */
export function MemoryFilters({ projectId, place }: { projectId: string; place: MemoryPlace }) {
  const { view, kind, origin, text } = place;
  const isOn = kind !== null || origin !== null || text !== null;
  return (
    <form
      // Other filters are another form: a select keeps what was chosen in it before.
      key={memoryAddress(projectId, place)}
      method="get"
      action={`/projects/${projectId}/memory`}
      aria-label="Search and filters"
      className="grid grid-cols-2 items-end gap-3 py-4 sm:grid-cols-[minmax(0,1fr)_10rem_10rem_auto]"
    >
      {view === "active" ? null : <input type="hidden" name="view" value={view} />}
      <div className="max-sm:col-span-2">
        <TextField
          name="text"
          label="Search by meaning"
          type="search"
          maxLength={500}
          defaultValue={text ?? ""}
          placeholder="what we call the landing place"
        />
      </div>
      <Choice name="kind" label="Kind" value={kind} words={KIND_WORDS} choices={LEARNT_KINDS} />
      <Choice name="origin" label="Came from" value={origin} words={ORIGIN_WORDS} choices={ORIGINS} />
      <p className="flex items-center gap-4 max-sm:col-span-2">
        <Button type="submit">Show</Button>
        {isOn ? (
          <Link className="link" href={memoryAddress(projectId, { view })}>
            Show all
          </Link>
        ) : null}
      </p>
    </form>
  );
}

interface ChoiceProps<Value extends string> {
  name: string;
  label: string;
  value: Value | null;
  words: Readonly<Record<Value, string>>;
  choices: readonly Value[];
}

function Choice<Value extends string>({ name, label, value, words, choices }: ChoiceProps<Value>) {
  return (
    <Field name={name} label={label}>
      {(control) => (
        <select className="control block w-full" defaultValue={value ?? ""} {...control}>
          <option value="">Any</option>
          {choices.map((each) => (
            <option key={each} value={each}>
              {words[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
