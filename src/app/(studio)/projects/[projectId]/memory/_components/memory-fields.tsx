import { importanceWords, KIND_WORDS } from "#app/(studio)/_components/say-memory.ts";
import { Field, TextArea, TextField } from "#ui/field.tsx";
import { type FormState, typed } from "#ui/form-state.ts";

interface MemoryFieldsProps {
  state: FormState;
  /** Sets the ids of these controls apart from those of another form of the page. */
  id: string;
  memory?: { kind: string; text: string; importance: number; validUntil: string };
  /** The merged one holds as long as the longest of them. */
  withoutDate?: boolean;
}

const KINDS = ["PREFERENCE", "FACT", "DECISION", "STYLE"] as const;
const EMPTY = { kind: "PREFERENCE", text: "", importance: 5, validUntil: "" };

/** What a memory says, of what kind and weight it is, and until when it holds. */
export function MemoryFields({ state, id, memory = EMPTY, withoutDate = false }: MemoryFieldsProps) {
  const { fields } = state;
  return (
    <>
      <TextArea
        name="text"
        id={`${id}-text`}
        label="What is to be remembered"
        hint="One statement, as “This team says berth, never dock.”"
        required
        rows={3}
        maxLength={2000}
        className="max-h-72"
        defaultValue={typed(state, "text", memory.text)}
        error={fields?.text}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="kind" id={`${id}-kind`} label="Kind" error={fields?.kind}>
          {(control) => (
            <select
              className="control block w-full"
              {...control}
              defaultValue={typed(state, "kind", memory.kind)}
            >
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {KIND_WORDS[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="importance" id={`${id}-importance`} label="Importance" error={fields?.importance}>
          {(control) => (
            <select
              className="control block w-full"
              {...control}
              defaultValue={typed(state, "importance", memory.importance)}
            >
              {Array.from({ length: 10 }, (_, at) => at + 1).map((importance) => (
                <option key={importance} value={importance}>
                  {importance}: {importanceWords(importance)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {withoutDate ? null : (
          <TextField
            name="validUntil"
            id={`${id}-until`}
            type="date"
            label="Holds until"
            optional
            hint="That day included, in the zone of the cadence."
            defaultValue={typed(state, "validUntil", memory.validUntil)}
            error={fields?.validUntil}
          />
        )}
      </div>
    </>
  );
}
