"use client";

import { SettingsFields } from "#app/(studio)/_components/settings-fields.tsx";
import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { saveSettings } from "../actions.ts";

interface SettingsFormProps {
  projectId: string;
  version: number;
  settings: { title: string; goal: string; audience: string; minutes: number };
}

export function SettingsForm({ projectId, version, settings }: SettingsFormProps) {
  return (
    <ActionForm action={saveSettings}>
      {(state) => (
        <>
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="version" value={version} />
          <SettingsFields state={state} start={settings} />
          <SubmitButton className="mt-6" pending="Saving…">
            Save settings
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
