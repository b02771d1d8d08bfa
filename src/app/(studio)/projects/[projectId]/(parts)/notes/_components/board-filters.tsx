import Link from "next/link";
import { ATTENTION_WORDS, INTENT_WORDS, SCOPE_WORDS } from "#app/(studio)/_components/say-note.ts";
import { NOTE_INTENTS } from "#domain/planning/understanding.ts";
import { Button } from "#ui/button.tsx";
import { Field, TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { ATTENTIONS, type BoardPlace, boardAddress, isFiltered, SCOPES } from "../board-address.ts";

interface BoardFiltersProps {
  projectId: string;
  place: BoardPlace;
  authors: readonly { id: string; name: string }[];
}

/** What the board shows only, kept in the address; works without a script. */
export function BoardFilters({ projectId, place, authors }: BoardFiltersProps) {
  const { column, filter } = place;
  const isOn = isFiltered(filter);
  return (
    <Fold title="Filter" hint="by words, person, meaning, scope or what a note waits for" open={isOn}>
      <form
        // Other filters are another form: a select keeps what was chosen in it before.
        key={boardAddress(projectId, place)}
        method="get"
        action={`/projects/${projectId}/notes`}
        aria-label="Filters"
      >
        {column ? <input type="hidden" name="column" value={column} /> : null}
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-5">
          <TextField
            name="text"
            label="Words"
            type="search"
            maxLength={200}
            defaultValue={filter.text ?? ""}
          />
          <Choice
            name="authorId"
            label="Who"
            none="Everybody"
            value={filter.authorId}
            choices={authors.map(({ id, name }) => [id, name])}
          />
          <Choice
            name="intent"
            label="Meaning"
            none="Any"
            value={filter.intent}
            choices={NOTE_INTENTS.map((each) => [each, INTENT_WORDS[each]])}
          />
          <Choice
            name="scope"
            label="Counts for"
            none="Any"
            value={filter.scope}
            choices={SCOPES.map((each) => [each, SCOPE_WORDS[each]])}
          />
          <Choice
            name="attention"
            label="Waits for an editor"
            none="Whether or not"
            value={filter.attention}
            choices={ATTENTIONS.map((each) => [each, ATTENTION_WORDS[each].name])}
          />
        </div>
        <p className="mt-4 flex items-center gap-4">
          <Button type="submit">Filter</Button>
          {isOn ? (
            <Link className="link" href={boardAddress(projectId, { column, filter: {}, after: null })}>
              Show all
            </Link>
          ) : null}
        </p>
      </form>
    </Fold>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  /** What is chosen where nothing is. */
  none: string;
  value: string | undefined;
  choices: readonly (readonly [value: string, label: string])[];
}

function Choice({ name, label, none, value, choices }: ChoiceProps) {
  return (
    <Field name={name} label={label}>
      {(control) => (
        <select className="control block w-full" defaultValue={value ?? ""} {...control}>
          <option value="">{none}</option>
          {choices.map(([each, says]) => (
            <option key={each} value={each}>
              {says}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
