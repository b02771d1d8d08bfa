import type { NotePreview } from "#domain/episodes/preview-note.ts";
import { Pill, type Tone } from "#ui/pill.tsx";

type Change = NotePreview["changes"][number];

/** The sections of the outline with the note in their order, then those that would not come. */
export function SectionChanges({ changes }: { changes: readonly Change[] }) {
  const told = changes.filter(({ to }) => to !== null);
  const gone = changes.filter(({ to }) => to === null);
  return (
    <>
      <ol className="divide-y divide-line border-y border-line">
        {told.map((change) => (
          <SectionChange key={change.to} change={change} />
        ))}
      </ol>
      {gone.length === 0 ? null : (
        <>
          <h3 className="mt-6 mb-3 text-base font-medium">Not in this episode any more</h3>
          <ul className="divide-y divide-line border-y border-line">
            {gone.map((change) => (
              <SectionChange key={change.from} change={change} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function SectionChange({ change }: { change: Change }) {
  const { kind, heading, to, comes, goes } = change;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p dir="auto" className={kind === "STAYS" ? "text-soft" : "font-medium"}>
          {to === null ? null : <span className="tabular-nums">{to}. </span>}
          {heading}
        </p>
        {kind === "GOES" ? null : <Passages says="Comes in" places={comes} />}
        {kind === "GOES" ? null : <Passages says="Goes" places={goes} />}
      </div>
      <Pill tone={TONES[kind]}>{saysOf(change)}</Pill>
    </li>
  );
}

function Passages({ says, places }: { says: string; places: readonly string[] }) {
  const distinct = [...new Set(places)];
  if (distinct.length === 0) return null;
  return (
    <p dir="auto" className="mt-0.5 text-sm text-soft">
      {says}: {distinct.join("; ")}
    </p>
  );
}

const TONES: Record<Change["kind"], Tone> = {
  COMES: "good",
  GOES: "bad",
  MOVES: "warn",
  CHANGES: "warn",
  STAYS: "neutral",
};

function saysOf({ kind, from }: Change): string {
  switch (kind) {
    case "COMES":
      return "New";
    case "GOES":
      return `Was number ${from}`;
    case "MOVES":
      return `Was number ${from}`;
    case "CHANGES":
      return "Other passages";
    case "STAYS":
      return "As without it";
  }
}
