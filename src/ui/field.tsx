import type { ComponentProps, ReactNode } from "react";

interface FieldFrame {
  name: string;
  /** Where the page has another control of that name. */
  id?: string | undefined;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
}

interface FieldProps extends FieldFrame {
  /** Draws the control; it must spread what it is given, which ties it to its label, hint and error. */
  children: (control: ControlProps) => ReactNode;
}

interface ControlProps {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** A control with its label above, its hint below, and what was wrong in the place of the hint. */
export function Field({ name, id = `field-${name}`, label, hint, error, optional, children }: FieldProps) {
  const note = error ?? hint;
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {label}
        {optional ? <span className="font-normal text-soft"> · optional</span> : null}
      </label>
      {children({
        id,
        name,
        "aria-describedby": note ? `${id}-note` : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {note ? (
        <p id={`${id}-note`} className={`mt-1.5 text-sm ${error ? "text-bad" : "text-soft"}`}>
          {note}
        </p>
      ) : null}
    </div>
  );
}

type TextFieldProps = FieldFrame & Omit<ComponentProps<"input">, "name" | "id">;

export function TextField({
  name,
  id,
  label,
  hint,
  error,
  optional,
  className = "",
  ...input
}: TextFieldProps) {
  return (
    <Field name={name} id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(control) => <input className={`control block w-full ${className}`} {...control} {...input} />}
    </Field>
  );
}

type TextAreaProps = FieldFrame & Omit<ComponentProps<"textarea">, "name" | "id">;

export function TextArea({ name, id, label, hint, error, optional, className = "", ...area }: TextAreaProps) {
  return (
    <Field name={name} id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(control) => (
        <textarea
          rows={4}
          className={`control block min-h-24 w-full resize-y field-sizing-content ${className}`}
          {...control}
          {...area}
        />
      )}
    </Field>
  );
}

interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

interface ChoicesProps {
  name: string;
  legend: ReactNode;
  choices: readonly Choice[];
  defaultValue?: string | undefined;
  error?: string | undefined;
}

/** One of a few, each with a sentence of its own: radio buttons, drawn as lines of text. */
export function Choices({ name, legend, choices, defaultValue, error }: ChoicesProps) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{legend}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="grid grid-cols-[auto_1fr] gap-x-2.5 border-b border-line py-2.5 last:border-0"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            defaultChecked={choice.value === defaultValue}
            className="mt-[3px] size-4"
          />
          <span>{choice.label}</span>
          {choice.hint ? <span className="col-start-2 text-sm text-soft">{choice.hint}</span> : null}
        </label>
      ))}
      {error ? <p className="mt-1.5 text-sm text-bad">{error}</p> : null}
    </fieldset>
  );
}
