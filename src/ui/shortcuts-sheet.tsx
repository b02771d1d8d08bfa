"use client";

import { BOARD_SHORTCUTS } from "./board-shortcuts.ts";
import type { Place } from "./places.ts";
import { READER_SHORTCUTS } from "./reader-shortcuts.ts";
import { Sheet } from "./sheet.tsx";

interface ShortcutsSheetProps {
  places: readonly Place[];
  onClose: () => void;
}

export default function ShortcutsSheet({ places, onClose }: ShortcutsSheetProps) {
  return (
    <Sheet title="Keyboard shortcuts" onClose={onClose}>
      <Shortcuts
        title="Anywhere"
        rows={[
          ["Ctrl K", "Search and commands (⌘ K on a Mac)"],
          ["?", "This list"],
          ...places.map((place): [string, string] => [`g ${place.letter}`, place.label]),
        ]}
      />
      <Shortcuts title="In an episode" rows={READER_SHORTCUTS} />
      <Shortcuts title="On the notes board" rows={BOARD_SHORTCUTS} />
    </Sheet>
  );
}

function Shortcuts({
  title,
  rows,
}: {
  title: string;
  rows: readonly (readonly [keys: string, what: string])[];
}) {
  return (
    <section className="mt-4 first:mt-0">
      <h3 className="mb-1 text-sm text-soft">{title}</h3>
      <dl>
        {rows.map(([keys, what]) => (
          <div key={keys} className="flex items-center justify-between gap-4 border-b border-line py-2">
            <dt>{what}</dt>
            <dd className="flex gap-1">
              {keys.split(" ").map((key) => (
                <kbd key={key} className="key">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
