"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { formatPlural } from "#ui/format/format-count.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { takeBack } from "../forget-actions.ts";

/** Says that memories were forgotten, and offers the way back. */
export function ForgottenNotice({ projectId, ids }: { projectId: string; ids: readonly string[] }) {
  return (
    <ActionForm action={takeBack} className="mb-6 border-l-2 border-line bg-sunk px-4 py-3">
      {() => (
        <div role="status" className="flex flex-wrap items-center justify-between gap-3">
          <input type="hidden" name="projectId" value={projectId} />
          {ids.map((id) => (
            <input key={id} type="hidden" name="undone" value={id} />
          ))}
          {ids.length === 1 ? "The memory is" : `${formatPlural(ids.length, "memory", "memories")} are`}{" "}
          forgotten: no brief from now on holds {ids.length === 1 ? "it" : "them"}. For 30 days that can be
          taken back.
          <SubmitButton tone="plain" pending="Taking it back…">
            Undo
          </SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}
