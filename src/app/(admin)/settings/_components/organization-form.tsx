"use client";

import { useState } from "react";
import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { type ZoneOption, ZonePicker } from "#ui/zone-picker.tsx";
import { saveOrganization } from "../actions.ts";

interface OrganizationFormProps {
  organization: { name: string; reportingZone: string; requiresSecondFactor: boolean };
  secondFactorHint: string;
  zones: readonly ZoneOption[];
}

export function OrganizationForm({ organization, secondFactorHint, zones }: OrganizationFormProps) {
  const [zone, setZone] = useState(organization.reportingZone);
  return (
    <ActionForm action={saveOrganization} className="max-w-xl space-y-6">
      {(state) => (
        <>
          <TextField
            name="name"
            label="Name"
            autoComplete="organization"
            defaultValue={typed(state, "name", organization.name)}
            error={state.fields?.name}
          />
          <ZonePicker
            name="reportingZone"
            label="Reporting zone"
            hint="Days of usage begin and end at midnight here. After a change, past days are counted anew."
            zones={zones}
            value={zone}
            onChange={setZone}
            error={state.fields?.reportingZone}
          />
          <div>
            <label className="flex items-baseline gap-2.5 font-medium">
              <input
                type="checkbox"
                name="requiresSecondFactor"
                defaultChecked={
                  state.values
                    ? state.values.requiresSecondFactor !== undefined
                    : organization.requiresSecondFactor
                }
                aria-describedby="second-factor-note"
                aria-invalid={state.fields?.requiresSecondFactor ? true : undefined}
                className="size-4 shrink-0 translate-y-0.5"
              />
              Everybody must have a second factor
            </label>
            <p
              id="second-factor-note"
              className={`mt-1 ml-6.5 text-sm ${state.fields?.requiresSecondFactor ? "text-bad" : "text-soft"}`}
            >
              {state.fields?.requiresSecondFactor ?? secondFactorHint}
            </p>
          </div>
          <SubmitButton pending="Saving…">Save settings</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
