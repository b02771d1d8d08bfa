"use client";

import { CadenceFields } from "#app/(studio)/_components/cadence-fields.tsx";
import { fieldsBelow } from "#app/fields-below.ts";
import type { CadencePreview } from "#app/preview-cadence.ts";
import type { Cadence } from "#domain/schedule/cadence.ts";
import { ActionForm } from "#ui/action-form.tsx";
import { Choices } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import type { ZoneOption } from "#ui/zone-picker.tsx";
import { changeCadence } from "../actions.ts";

interface CadenceFormProps {
  projectId: string;
  version: number;
  policy: string;
  cadence: Cadence;
  zones: readonly ZoneOption[];
  preview: CadencePreview;
}

const POLICIES = [
  {
    value: "LATEST",
    label: "Write the latest one",
    hint: "Readers get one episode, the newest; the older slots are marked as skipped.",
  },
  { value: "ALL", label: "Write them all", hint: "One after the other, a quarter of an hour apart." },
  { value: "SKIP", label: "Write none", hint: "The series goes on with the next slot." },
];

export function CadenceForm({ projectId, version, policy, cadence, zones, preview }: CadenceFormProps) {
  return (
    <ActionForm action={changeCadence}>
      {(state) => (
        <>
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="version" value={version} />
          <CadenceFields
            cadence={cadence}
            zones={zones}
            preview={preview}
            errors={{ ...state.fields, ...fieldsBelow(state.fields, "cadence") }}
          >
            <Choices
              name="missedSlotPolicy"
              legend="When slots were missed, because nothing could run"
              choices={POLICIES}
              defaultValue={typed(state, "missedSlotPolicy", policy)}
            />
            <SubmitButton pending="Saving…">Save cadence</SubmitButton>
          </CadenceFields>
        </>
      )}
    </ActionForm>
  );
}
