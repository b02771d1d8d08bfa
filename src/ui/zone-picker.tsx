"use client";

import { Combobox } from "@base-ui/react/combobox";
import { ChevronsUpDown } from "lucide-react";
import { Field } from "./field.tsx";

export interface ZoneOption {
  timeZone: string;
  /** The name that people give it. */
  city: string;
  /** Its present offset: `UTC+5:45`. */
  offsetName: string;
}

interface ZonePickerProps {
  name: string;
  label: string;
  hint?: string;
  zones: readonly ZoneOption[];
  value: string;
  onChange: (timeZone: string) => void;
  error?: string | undefined;
}

/** Chooses a zone by the name of its city, by its id or by its present offset. */
export function ZonePicker({ name, label, hint, zones, value, onChange, error }: ZonePickerProps) {
  const chosen = zones.find((option) => option.timeZone === value) ?? null;
  return (
    <Combobox.Root
      items={zones}
      value={chosen}
      onValueChange={(option) => option && onChange(option.timeZone)}
      itemToStringLabel={describe}
      isItemEqualToValue={(a, b) => a.timeZone === b.timeZone}
    >
      <input type="hidden" name={name} value={value} />
      <Field name={`${name}-city`} label={label} hint={hint} error={error}>
        {({ name: _, ...control }) => (
          <div className="relative">
            <Combobox.Input {...control} className="control block w-full pr-9" />
            <Combobox.Trigger
              aria-label="Show all zones"
              className="absolute inset-y-0 right-0 grid w-9 place-items-center text-soft"
            >
              <ChevronsUpDown aria-hidden className="size-4" />
            </Combobox.Trigger>
          </div>
        )}
      </Field>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-50">
          <Combobox.Popup className="w-(--anchor-width) overflow-hidden rounded-md border border-line bg-raised shadow-float">
            <Combobox.Empty>
              <p className="px-3 py-2.5 text-soft">No zone is called that. Try a large city nearby.</p>
            </Combobox.Empty>
            <Combobox.List className="max-h-72 overflow-y-auto overscroll-contain p-1 data-empty:p-0">
              {(option: ZoneOption) => (
                <Combobox.Item
                  key={option.timeZone}
                  value={option}
                  className="flex cursor-pointer items-baseline justify-between gap-3 rounded-sm px-2 py-1.5 data-highlighted:bg-sunk data-selected:font-medium"
                >
                  <span className="truncate">
                    {option.city} <span className="font-normal text-soft">{option.timeZone}</span>
                  </span>
                  <span className="shrink-0 text-sm font-normal text-soft">{option.offsetName}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

function describe(option: ZoneOption): string {
  const { city, timeZone, offsetName } = option;
  return city === timeZone ? timeZone : `${city} · ${timeZone} (${offsetName})`;
}
