"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { Choices } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { roleName } from "#ui/role-name.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { saveRole } from "../member-actions.ts";

interface RoleFormProps {
  userId: string;
  role: string;
  mayMakeOwner: boolean;
}

export function RoleForm({ userId, role, mayMakeOwner }: RoleFormProps) {
  const roles = [...(mayMakeOwner ? ["OWNER"] : []), "ADMIN", "EDITOR", "READER"];
  return (
    <ActionForm action={saveRole} className="max-w-xl space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="userId" value={userId} />
          <Choices
            key={typed(state, "role", role)}
            name="role"
            legend={<span className="sr-only">Role</span>}
            defaultValue={typed(state, "role", role)}
            error={state.fields?.role}
            choices={roles.map((value) => ({ value, label: roleName(value) }))}
          />
          <SubmitButton tone="plain" pending="Changing…">
            Change role
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
