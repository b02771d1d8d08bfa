"use client";

import { useState } from "react";
import type { Cadence } from "#domain/schedule/cadence.ts";
import { TextField } from "#ui/field.tsx";

type End = "never" | "date" | "count";

const ENDS: readonly [End, string][] = [
  ["never", "Never"],
  ["date", "On a date"],
  ["count", "After a number of episodes"],
];

interface CadenceEndProps {
  cadence: Cadence;
  fields: Readonly<Record<string, string>>;
}

/** How a series ends: not at all, on a date, or after so many episodes. */
export function CadenceEnd({ cadence, fields }: CadenceEndProps) {
  const [ends, setEnds] = useState<End>(
    cadence.endDate !== undefined ? "date" : cadence.count !== undefined ? "count" : "never",
  );
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">Ends</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {ENDS.map(([value, label]) => (
          <label key={value} className="flex items-center gap-2">
            <input
              type="radio"
              name="ends"
              value={value}
              checked={ends === value}
              onChange={() => setEnds(value)}
              className="size-4"
            />
            {label}
          </label>
        ))}
      </div>
      <div className="mt-3 max-w-52 empty:hidden">
        {ends === "date" ? (
          <TextField
            type="date"
            name="endDate"
            label="Last date"
            defaultValue={cadence.endDate}
            error={fields.endDate}
          />
        ) : null}
        {ends === "count" ? (
          <TextField
            type="number"
            name="count"
            label="Episodes"
            hint="Counted from the first date."
            min={1}
            max={10_000}
            defaultValue={cadence.count ?? 10}
            error={fields.count}
          />
        ) : null}
      </div>
    </fieldset>
  );
}
