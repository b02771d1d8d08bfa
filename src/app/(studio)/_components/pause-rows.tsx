"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "#ui/button.tsx";

interface Pause {
  from: string;
  until: string;
}

interface PauseRowsProps {
  pauses: readonly Pause[];
  error?: string | undefined;
  /** Told when a row is taken away, which no control would tell. */
  onChange: () => void;
}

/** Spans of dates on which nothing is written; both ends count. */
export function PauseRows({ pauses, error, onChange }: PauseRowsProps) {
  const [rows, setRows] = useState(() => pauses.map((pause, id) => ({ ...pause, id })));
  const add = () => setRows([...rows, { from: "", until: "", id: (rows.at(-1)?.id ?? -1) + 1 }]);
  const remove = (id: number) => {
    setRows(rows.filter((row) => row.id !== id));
    onChange();
  };
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">Pauses</legend>
      <div className="space-y-2">
        {rows.map((row, index) => (
          <div key={row.id} className="flex flex-wrap items-center gap-2">
            <input
              type="date"
              name="pauseFrom"
              aria-label={`Pause ${index + 1}, first date`}
              defaultValue={row.from}
              className="control"
            />
            <span className="text-soft">until</span>
            <input
              type="date"
              name="pauseUntil"
              aria-label={`Pause ${index + 1}, last date`}
              defaultValue={row.until}
              className="control"
            />
            <Button tone="quiet" aria-label={`Remove pause ${index + 1}`} onClick={() => remove(row.id)}>
              <X aria-hidden />
            </Button>
          </div>
        ))}
      </div>
      {error ? <p className="mt-1.5 text-sm text-bad">{error}</p> : null}
      <Button className="mt-2" onClick={add}>
        <Plus aria-hidden /> Add a pause
      </Button>
    </fieldset>
  );
}
