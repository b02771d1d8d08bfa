import { Field, TextField } from "#ui/field.tsx";
import { type FormState, typed } from "#ui/form-state.ts";

export interface ProviderOption {
  id: string;
  name: string;
  isSetUp: boolean;
}

interface ModelFieldsProps {
  state: FormState;
  providers: readonly ProviderOption[];
  /** The names of the two controls, which no other form of the page has, and the list of suggestions for the second. */
  names: { provider: string; model: string; list: string };
  /** Under which names a refusal tells of them, where these are others. */
  refusedAs?: { provider: string; model: string };
  start: { provider: string; model: string };
  labels: { provider: string; model: string };
  hint?: string;
  /** What the first choice of the provider says when none is needed. */
  none?: string;
}

/** A provider, and a model by its name: those of the price list are suggested, any other can be typed. */
export function ModelFields({
  state,
  providers,
  names,
  refusedAs = names,
  start,
  labels,
  hint,
  none,
}: ModelFieldsProps) {
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-[14rem_1fr]">
      <Field name={names.provider} label={labels.provider} error={state.fields?.[refusedAs.provider]}>
        {(control) => (
          <select
            className="control block w-full"
            defaultValue={typed(state, names.provider, start.provider)}
            {...control}
          >
            {none === undefined ? null : <option value="">{none}</option>}
            {providers.map(({ id, name, isSetUp }) => (
              <option key={id} value={id}>
                {name}
                {isSetUp ? null : " (not set up)"}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        name={names.model}
        label={labels.model}
        hint={hint}
        list={names.list}
        autoComplete="off"
        spellCheck={false}
        defaultValue={typed(state, names.model, start.model)}
        error={state.fields?.[refusedAs.model]}
      />
    </div>
  );
}

/** The models that the price list knows, for fields that suggest them. */
export function ModelSuggestions({
  id,
  models,
}: {
  id: string;
  models: readonly { model: string; provider: string }[];
}) {
  return (
    <datalist id={id}>
      {models.map(({ model, provider }) => (
        <option key={`${provider} ${model}`} value={model} label={provider} />
      ))}
    </datalist>
  );
}
