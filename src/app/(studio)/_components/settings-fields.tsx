import { FEWEST_MINUTES, MOST_MINUTES } from "#domain/projects/episode-minutes.ts";
import { TextArea, TextField } from "#ui/field.tsx";
import { type FormState, typed } from "#ui/form-state.ts";

interface SettingsFieldsProps {
  state: FormState;
  start?: { title: string; goal: string; audience: string; minutes: number };
}

/** What a project says about its series. */
export function SettingsFields({ state, start }: SettingsFieldsProps) {
  return (
    <div className="space-y-6">
      <TextField
        name="title"
        label="Name"
        hint="Readers see it above every episode."
        defaultValue={typed(state, "title", start?.title)}
        error={state.fields?.title}
        placeholder="Onboarding at Northwind"
      />
      <TextArea
        name="goal"
        label="Goal"
        hint="What readers should know or be able to do. Passages that serve it come first."
        defaultValue={typed(state, "goal", start?.goal)}
        error={state.fields?.goal}
        placeholder="New engineers understand how we schedule, review and ship, from our own handbook."
      />
      <TextField
        name="audience"
        label="For whom"
        optional
        defaultValue={typed(state, "audience", start?.audience)}
        error={state.fields?.audience}
        placeholder="Engineers in their first month"
      />
      <TextField
        name="minutes"
        type="number"
        inputMode="numeric"
        label="Minutes to read"
        min={FEWEST_MINUTES}
        max={MOST_MINUTES}
        hint={`From ${FEWEST_MINUTES} to ${MOST_MINUTES}. An episode keeps near it.`}
        defaultValue={typed(state, "minutes", start?.minutes ?? 6)}
        error={state.fields?.minutes}
        className="max-w-28"
      />
    </div>
  );
}
