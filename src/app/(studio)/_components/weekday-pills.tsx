const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The days of the week as boxes drawn as pills; 1 is Monday (ISO 8601). */
export function WeekdayPills({ days, error }: { days: readonly number[]; error?: string | undefined }) {
  return (
    <fieldset aria-describedby={error ? "days-note" : undefined}>
      <legend className="mb-1.5 font-medium">Weekdays</legend>
      <div className="flex flex-wrap gap-1.5">
        {WEEKDAYS.map((name, index) => (
          <label
            key={name}
            className="grid h-9 min-w-11 place-items-center rounded-full border border-edge px-3 select-none has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              name="days"
              value={index + 1}
              defaultChecked={days.includes(index + 1)}
              aria-label={name}
              className="sr-only"
            />
            <span aria-hidden>{name.slice(0, 3)}</span>
          </label>
        ))}
      </div>
      {error ? (
        <p id="days-note" className="mt-1.5 text-sm text-bad">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
