import { Choices, TextField } from "#ui/field.tsx";
import { type FormState, typed } from "#ui/form-state.ts";

interface NoteScopeFieldsProps {
  /** Begins the ids, since a page may hold two of these forms. */
  id: string;
  state: FormState;
  /** No date before it can be chosen. */
  today: string;
  scope?: string;
  untilDate?: string;
}

const SCOPES = [
  { value: "NEXT_EPISODE", label: "The next episode", hint: "It is taken up once." },
  { value: "UNTIL_DATE", label: "Every episode until a date" },
  { value: "ALWAYS", label: "Every episode from now on", hint: "Until you or an editor stops it." },
];

/** For how long a note counts; the date is asked for where it ends with one. */
export function NoteScopeFields({
  id,
  state,
  today,
  scope = "NEXT_EPISODE",
  untilDate = "",
}: NoteScopeFieldsProps) {
  return (
    <div className="group">
      <Choices
        name="scope"
        legend="It counts for"
        choices={SCOPES}
        defaultValue={typed(state, "scope", scope)}
        error={state.fields?.scope}
      />
      <div className="mt-2 ml-[1.6rem] hidden group-has-[[value=UNTIL_DATE]:checked]:block">
        <TextField
          name="untilDate"
          id={`${id}-until`}
          label="Until, the day included"
          type="date"
          min={today}
          className="max-w-48"
          defaultValue={typed(state, "untilDate", untilDate)}
          error={state.fields?.untilDate}
        />
      </div>
    </div>
  );
}
