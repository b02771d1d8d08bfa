"use client";

import type { ReactNode } from "react";
import { CadenceFields } from "#app/(studio)/_components/cadence-fields.tsx";
import { SettingsFields } from "#app/(studio)/_components/settings-fields.tsx";
import { fieldsBelow } from "#app/fields-below.ts";
import type { CadencePreview } from "#app/preview-cadence.ts";
import type { Cadence } from "#domain/schedule/cadence.ts";
import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import type { ZoneOption } from "#ui/zone-picker.tsx";
import { addNewProject } from "../actions.ts";

interface NewProjectFormProps {
  cadence: Cadence;
  zones: readonly ZoneOption[];
  preview: CadencePreview;
}

export function NewProjectForm({ cadence, zones, preview }: NewProjectFormProps) {
  return (
    <ActionForm action={addNewProject}>
      {(state) => (
        <>
          <Step number={1} title="What it is for">
            <div className="max-w-xl">
              <SettingsFields state={state} />
            </div>
          </Step>
          <Step number={2} title="When it comes">
            <CadenceFields
              cadence={cadence}
              zones={zones}
              preview={preview}
              errors={fieldsBelow(state.fields, "cadence")}
            />
          </Step>
          <div className="border-t border-line pt-6 lg:pl-48">
            <SubmitButton pending="Starting…">Start the series</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-4 border-t border-line py-8 lg:grid-cols-[10rem_1fr]">
      <h2 className="font-medium">
        <span className="mr-2 text-soft">{number}</span>
        {title}
      </h2>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
