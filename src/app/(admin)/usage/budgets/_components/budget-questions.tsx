import { Button } from "#ui/button.tsx";
import { Choices, Field, TextField } from "#ui/field.tsx";
import type { AskedBudget } from "../budget-address.ts";

interface BudgetQuestionsProps {
  asked: AskedBudget;
  projects: readonly { id: string; title: string }[];
  /** What is wrong with the amount. */
  problem: string | undefined;
}

const WINDOW_NAMES = { MONTH: "a month", DAY: "a day", EPISODE: "an episode" } as const;

/** What a ceiling is to be over: asked by address, so that what it would have held is shown before anything is saved. */
export function BudgetQuestions({ asked, projects, problem }: BudgetQuestionsProps) {
  return (
    <form action="/usage/budgets#set" className="max-w-2xl space-y-6">
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        <TextField
          name="ceiling"
          label="At most"
          hint="In dollars, such as 12.50."
          inputMode="decimal"
          autoComplete="off"
          placeholder="12.50"
          required
          defaultValue={asked.ceiling ?? ""}
          error={problem}
        />
        <Field name="window" label="For">
          {(control) => (
            <select className="control block w-full" defaultValue={asked.window} {...control}>
              {Object.entries(WINDOW_NAMES).map(([name, label]) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="project" label="Of">
          {(control) => (
            <select className="control block w-full" defaultValue={asked.project} {...control}>
              <option value="">the whole organisation</option>
              {projects.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Choices
        name="hold"
        legend="When it is reached"
        defaultValue={asked.isHard ? "hard" : "soft"}
        choices={[
          {
            value: "hard",
            label: "Hold what does not fit",
            hint: "Never a cent more: a call is made only if the most it can cost fits. Runs wait, and go on by themselves in the next day or month, or once the ceiling is raised.",
          },
          {
            value: "soft",
            label: "Only tell",
            hint: "Owners and administrators get a mail at half, at 80 % and when all is spent. Nothing waits.",
          },
        ]}
      />
      <Button type="submit">See what it would have held</Button>
    </form>
  );
}
