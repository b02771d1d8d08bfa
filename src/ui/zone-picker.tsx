"use client";

import { Combobox } from "@base-ui/react/combobox";
import { ChevronsUpDown } from "lucide-react";
import { zoneCity } from "./format/zone-city.ts";

export interface ZoneOption {
  zone: string;
  /** Present offset from UTC, in minutes. */
  offset: number;
}

interface ZonePickerProps {
  name: string;
  zones: readonly ZoneOption[];
  value: string;
  onChange: (zone: string) => void;
  error?: string | undefined;
}

/** Chooses a zone by the name of its city, by its id or by its present offset. */
export function ZonePicker({ name, zones, value, onChange, error }: ZonePickerProps) {
  const chosen = zones.find((option) => option.zone === value) ?? null;
  return (
    <Combobox.Root
      items={zones}
      value={chosen}
      onValueChange={(option) => option && onChange(option.zone)}
      itemToStringLabel={label}
      isItemEqualToValue={(a, b) => a.zone === b.zone}
    >
      <label htmlFor={`field-${name}`} className="mb-1.5 block font-medium">
        Time zone
      </label>
      <input type="hidden" name={name} value={value} />
      <div className="relative">
        <Combobox.Input
          id={`field-${name}`}
          aria-describedby={error ? `field-${name}-note` : undefined}
          aria-invalid={error ? true : undefined}
          className="control block w-full pr-9"
        />
        <Combobox.Trigger
          aria-label="Show all zones"
          className="absolute inset-y-0 right-0 grid w-9 place-items-center text-soft"
        >
          <ChevronsUpDown aria-hidden className="size-4" />
        </Combobox.Trigger>
      </div>
      {error ? (
        <p id={`field-${name}-note`} className="mt-1.5 text-sm text-bad">
          {error}
        </p>
      ) : null}
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-50">
          <Combobox.Popup className="w-(--anchor-width) overflow-hidden rounded-md border border-line bg-raised shadow-float">
            <Combobox.Empty>
              <p className="px-3 py-2.5 text-soft empty:hidden">
                No zone is called that. Try a large city nearby.
              </p>
            </Combobox.Empty>
            <Combobox.List className="max-h-72 overflow-y-auto overscroll-contain p-1 data-empty:p-0">
              {(option: ZoneOption) => (
                <Combobox.Item
                  key={option.zone}
                  value={option}
                  className="flex cursor-pointer items-baseline justify-between gap-3 rounded-sm px-2 py-1.5 data-highlighted:bg-sunk data-selected:font-medium"
                >
                  <span className="truncate">
                    {zoneCity(option.zone)} <span className="font-normal text-soft">{option.zone}</span>
                  </span>
                  <span className="shrink-0 text-sm font-normal text-soft">
                    {formatOffset(option.offset)}
                  </span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

function label(option: ZoneOption): string {
  return `${zoneCity(option.zone)}, ${option.zone} (${formatOffset(option.offset)})`;
}

function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? "−" : "+";
  return `UTC${sign}${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
}
