"use client";

import { ProjectChoice } from "#app/(admin)/members/_components/project-choice.tsx";
import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { saveAccess } from "../member-actions.ts";

interface AccessFormProps {
  userId: string;
  projects: readonly { id: string; title: string }[];
  chosen: readonly string[] | null;
}

export function AccessForm({ userId, projects, chosen }: AccessFormProps) {
  return (
    <ActionForm action={saveAccess} className="max-w-xl space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="userId" value={userId} />
          <ProjectChoice state={state} projects={projects} chosen={chosen} />
          <SubmitButton tone="plain" pending="Changing…">
            Change projects
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
