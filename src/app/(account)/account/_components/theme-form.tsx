"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { changeTheme } from "../actions.ts";

const THEMES = [
  ["system", "As the device"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const;

export function ThemeForm({ theme }: { theme: string }) {
  return (
    <ActionForm action={changeTheme}>
      {() => (
        <fieldset className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <legend className="sr-only">Theme</legend>
          {THEMES.map(([value, label]) => (
            <label key={value} className="flex items-center gap-2">
              <input
                type="radio"
                name="theme"
                value={value}
                defaultChecked={value === theme}
                className="size-4"
              />
              {label}
            </label>
          ))}
          <SubmitButton tone="plain" pending="Changing…">
            Change
          </SubmitButton>
        </fieldset>
      )}
    </ActionForm>
  );
}
