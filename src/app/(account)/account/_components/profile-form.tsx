"use client";

import { useState } from "react";
import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { type ZoneOption, ZonePicker } from "#ui/zone-picker.tsx";
import { saveProfile } from "../profile-actions.ts";

interface ProfileFormProps {
  name: string;
  zone: string;
  zones: readonly ZoneOption[];
}

export function ProfileForm({ name, zone: start, zones }: ProfileFormProps) {
  const [zone, setZone] = useState(start);
  return (
    <ActionForm action={saveProfile} className="max-w-xl space-y-6">
      {(state) => (
        <>
          <TextField
            name="name"
            label="Your name"
            hint="As the others in your organisations see it."
            autoComplete="name"
            defaultValue={typed(state, "name", name)}
            error={state.fields?.name}
          />
          <ZonePicker
            name="timeZone"
            label="Time zone"
            hint="Your home page and your mails tell times by this clock. Dates are written in English for now."
            zones={zones}
            value={zone}
            onChange={setZone}
            error={state.fields?.timeZone}
          />
          <SubmitButton pending="Saving…">Save profile</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
