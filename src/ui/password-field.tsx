"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Field } from "./field.tsx";
import { useHydrated } from "./use-hydrated.ts";

interface PasswordFieldProps extends Omit<ComponentProps<"input">, "name" | "type"> {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  autoComplete: "current-password" | "new-password";
}

/** A password, which can be pasted, and looked at where scripts run. It is never filled in by what was sent before. */
export function PasswordField({ name, label, hint, error, ...input }: PasswordFieldProps) {
  const hasScript = useHydrated();
  const [isShown, setShown] = useState(false);
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <div className="relative">
          <input
            className="control block w-full pr-11"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            required
            {...control}
            {...input}
            type={isShown ? "text" : "password"}
          />
          {hasScript ? (
            <button
              type="button"
              aria-label="Show password"
              aria-pressed={isShown}
              aria-controls={control.id}
              title={isShown ? "Hide password" : "Show password"}
              onClick={() => setShown(!isShown)}
              className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-md text-soft hover:text-ink"
            >
              {isShown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
            </button>
          ) : null}
        </div>
      )}
    </Field>
  );
}
