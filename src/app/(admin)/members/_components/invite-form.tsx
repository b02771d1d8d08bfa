"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { Choices, TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { invite } from "../invitation-actions.ts";
import { ProjectChoice } from "./project-choice.tsx";

const ROLE_CHOICES = [
  { value: "READER", label: "Reader", hint: "Reads episodes, and sees goals and cadences." },
  {
    value: "EDITOR",
    label: "Editor",
    hint: "Starts and steers projects, adds sources, has episodes written.",
  },
  { value: "ADMIN", label: "Administrator", hint: "Looks after members, settings and cost as well." },
] as const;

export function InviteForm({ projects }: { projects: readonly { id: string; title: string }[] }) {
  return (
    <ActionForm action={invite} className="max-w-xl space-y-6">
      {(state) => (
        <>
          <TextField
            name="email"
            type="email"
            label="E-mail address"
            autoComplete="off"
            defaultValue={typed(state, "email")}
            error={state.fields?.email}
          />
          <Choices
            key={typed(state, "role")}
            name="role"
            legend="Role"
            choices={ROLE_CHOICES}
            defaultValue={typed(state, "role", "READER")}
            error={state.fields?.role}
          />
          <ProjectChoice state={state} projects={projects} chosen={null} />
          <SubmitButton pending="Inviting…">Invite</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
