"use client";

import type { CadencePreview } from "#app/preview-cadence.ts";

interface CadencePreviewPanelProps {
  preview: CadencePreview;
  onSkip: (date: string) => void;
}

/** What will happen: the sentence, and the next ten slots with what the clocks do to them. */
export function CadencePreviewPanel({ preview, onSkip }: CadencePreviewPanelProps) {
  return (
    <section
      aria-label="What this will do"
      className="md:col-start-2 md:row-span-2 md:row-start-1 md:border-l md:border-line md:pl-8"
    >
      <p aria-live="polite" className="title mb-4 text-lg">
        {preview.isValid ? preview.sentence : "Not a cadence yet: see the note beside the field."}
      </p>
      {preview.isValid ? <Slots slots={preview.slots} onSkip={onSkip} /> : null}
    </section>
  );
}

type Slots = Extract<CadencePreview, { isValid: true }>["slots"];

function Slots({ slots, onSkip }: { slots: Slots; onSkip: (date: string) => void }) {
  if (slots.length === 0) {
    return <p className="text-soft">No date is left: this cadence has ended.</p>;
  }
  return (
    <ol>
      {slots.map((slot) => (
        <li key={slot.key} className="group border-b border-line py-1.5">
          <div className="flex items-baseline justify-between gap-3">
            <span className={slot.mark ? "text-accent" : "text-soft"}>{slot.date}</span>
            <span className="flex items-baseline gap-3">
              <button
                type="button"
                onClick={() => onSkip(slot.key)}
                aria-label={`Skip ${slot.date}`}
                className="link text-sm text-soft md:opacity-0 md:group-hover:opacity-100 md:focus-visible:opacity-100"
              >
                skip
              </button>
              <span className={slot.mark ? "text-accent" : undefined}>{slot.time}</span>
            </span>
          </div>
          {slot.mark ? <p className="text-sm text-accent">{slot.mark}</p> : null}
        </li>
      ))}
    </ol>
  );
}
