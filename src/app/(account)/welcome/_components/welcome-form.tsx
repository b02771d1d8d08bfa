"use client";

import { useEffect, useState } from "react";
import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { type ZoneOption, ZonePicker } from "#ui/zone-picker.tsx";
import { finishWelcome } from "../actions.ts";

interface WelcomeFormProps {
  personName: string;
  organizationName: string;
  /** The zone chosen before; null asks the browser. */
  zone: string | null;
  zones: readonly ZoneOption[];
}

export function WelcomeForm({ personName, organizationName, zone: chosen, zones }: WelcomeFormProps) {
  const [zone, setZone] = useState(chosen ?? "UTC");
  useEffect(() => {
    const guess = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (chosen === null && zones.some((option) => option.timeZone === guess)) setZone(guess);
  }, [chosen, zones]);
  return (
    <ActionForm action={finishWelcome} className="space-y-6">
      {(state) => (
        <>
          <TextField
            name="personName"
            label="Your name"
            autoComplete="name"
            defaultValue={typed(state, "personName", personName)}
            error={state.fields?.personName}
          />
          <TextField
            name="organizationName"
            label="Organisation"
            autoComplete="organization"
            defaultValue={typed(state, "organizationName", organizationName)}
            error={state.fields?.organizationName}
          />
          <ZonePicker
            name="reportingZone"
            label="Time zone"
            hint="Days of usage begin and end at midnight here. Each project can keep a zone of its own."
            zones={zones}
            value={zone}
            onChange={setZone}
            error={state.fields?.reportingZone}
          />
          <SubmitButton pending="Saving…">Show me the first project</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
