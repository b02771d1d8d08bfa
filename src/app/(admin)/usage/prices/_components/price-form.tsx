"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { Choices, Field, TextField } from "#ui/field.tsx";
import { type FormState, typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { enterPrice } from "../actions.ts";

/** What the form begins with; amounts in dollars, as they are typed. */
export interface PriceStart {
  provider: string;
  model: string;
  input: string;
  cacheRead: string;
  cacheWrite: string;
  output: string;
  /** A date in the reporting zone; empty for now. */
  validFrom: string;
}

interface PriceFormProps {
  start: PriceStart;
  providers: readonly { id: string; name: string }[];
  models: readonly string[];
  /** The city of the reporting zone. */
  city: string;
}

const BUCKETS = [
  { name: "input", label: "Input", hint: undefined },
  { name: "output", label: "Output", hint: "Reasoning is paid as output." },
  { name: "cacheRead", label: "Read from the cache", hint: "Left empty: as input." },
  { name: "cacheWrite", label: "Written to the cache", hint: "Left empty: as input." },
] as const;

/** A price of the organisation's own: for a million tokens of each kind, from an instant on. */
export function PriceForm({ start, providers, models, city }: PriceFormProps) {
  return (
    <ActionForm action={enterPrice} className="max-w-2xl space-y-6">
      {(state) => (
        <>
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-[12rem_1fr]">
            <Field name="provider" label="Provider" error={state.fields?.provider}>
              {(control) => (
                <select
                  className="control block w-full"
                  defaultValue={typed(state, "provider", start.provider)}
                  {...control}
                >
                  {providers.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <TextField
              name="model"
              label="Model"
              list="priced-models"
              autoComplete="off"
              spellCheck={false}
              defaultValue={typed(state, "model", start.model)}
              error={state.fields?.model}
            />
            <datalist id="priced-models">
              {models.map((model) => (
                <option key={model} value={model} />
              ))}
            </datalist>
          </div>
          <fieldset>
            <legend className="mb-2 font-medium">Dollars for a million tokens</legend>
            <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
              {BUCKETS.map(({ name, label, hint }) => (
                <TextField
                  key={name}
                  name={name}
                  label={label}
                  hint={hint}
                  inputMode="decimal"
                  autoComplete="off"
                  placeholder="0.00"
                  defaultValue={typed(state, name, start[name])}
                  error={state.fields?.[name]}
                />
              ))}
            </div>
            <label className="mt-4 flex items-baseline gap-2.5">
              <input
                type="checkbox"
                name="isFree"
                defaultChecked={state.values?.isFree !== undefined}
                className="size-4 shrink-0 translate-y-0.5"
              />
              It is free: every call costs nothing
            </label>
          </fieldset>
          <Begin state={state} start={start} city={city} />
          <SubmitButton pending="Entering…">Enter the price</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

function Begin({ state, start, city }: { state: FormState } & Pick<PriceFormProps, "start" | "city">) {
  const begins = typed(state, "begins", start.validFrom === "" ? "now" : "date");
  return (
    <div>
      <Choices
        key={begins}
        name="begins"
        legend="It holds"
        defaultValue={begins}
        choices={[
          { value: "now", label: "From now on" },
          {
            value: "date",
            label: "From the beginning of a date",
            hint: "A date in the past settles the calls since then that have no price. One in the future announces it.",
          },
        ]}
      />
      <div className="mt-2 ml-6.5 max-w-56">
        <TextField
          name="validFrom"
          label={<span className="sr-only">The date, by the clock of {city}</span>}
          type="date"
          defaultValue={typed(state, "validFrom", start.validFrom)}
          error={state.fields?.validFrom}
        />
      </div>
    </div>
  );
}
