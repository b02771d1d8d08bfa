"use client";

import type { ReactNode } from "react";
import { ActionForm } from "#ui/action-form.tsx";
import type { ButtonTone } from "#ui/button.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { useHydrated } from "#ui/use-hydrated.ts";
import { actOnMemories } from "../actions.ts";

interface MemoriesFormProps {
  projectId: string;
  /** What can be done with the chosen ones, the first the most usual. */
  acts: readonly { value: string; label: string; tone?: ButtonTone }[];
  /** The memories. */
  children: ReactNode;
}

/** Some memories in one form, with what can be done with those that are chosen. Boxes and buttons work without a script. */
export function MemoriesForm({ projectId, acts, children }: MemoriesFormProps) {
  return (
    <ActionForm action={actOnMemories} className="group/memories">
      {(state) => (
        <>
          <input type="hidden" name="projectId" value={projectId} />
          {state.undo?.length ? <Undo ids={state.undo} /> : null}
          {acts.length > 0 ? (
            <fieldset
              aria-label="With the chosen memories"
              className="z-10 flex flex-wrap items-center gap-2 border-y border-line bg-paper py-2.5 group-has-[input[name=memories]:checked]/memories:sticky group-has-[input[name=memories]:checked]/memories:top-[50px]"
            >
              <AllOfPage />
              {acts.map(({ value, label, tone = "plain" }) => (
                <SubmitButton key={value} tone={tone} name="act" value={value}>
                  {label}
                </SubmitButton>
              ))}
            </fieldset>
          ) : null}
          {children}
        </>
      )}
    </ActionForm>
  );
}

/** Takes back what was just done; it has its own ids, and what is chosen stays out of it. */
function Undo({ ids }: { ids: readonly string[] }) {
  return (
    <p className="mb-4">
      {ids.map((id) => (
        <input key={id} type="hidden" name="undone" value={id} />
      ))}
      <SubmitButton tone="plain" name="act" value="undo">
        Undo
      </SubmitButton>
    </p>
  );
}

function AllOfPage() {
  const isHydrated = useHydrated();
  if (!isHydrated) return <span className="pr-2 text-soft">The chosen ones:</span>;
  return (
    <label className="flex items-center gap-2 pr-2 whitespace-nowrap">
      <input
        type="checkbox"
        className="size-4"
        onChange={({ currentTarget: { form, checked } }) => {
          for (const box of form?.querySelectorAll<HTMLInputElement>("input[name=memories]") ?? [])
            box.checked = checked;
        }}
      />
      All of this page
    </label>
  );
}
