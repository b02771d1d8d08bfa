import Link from "next/link";

interface WhichStandsProps {
  projectId: string;
  memoryId: string;
  other: { id: string; text: string; isPinned: boolean };
  canChoose: boolean;
}

const CHOICES = [
  ["THIS", "The proposal stands"],
  ["THE_OTHER", "What holds stands"],
  ["BOTH", "Both hold: they do not contradict each other"],
] as const;

/** Two memories that say otherwise: the proposal can be approved once it is said which of them stands. */
export function WhichStands({ projectId, memoryId, other, canChoose }: WhichStandsProps) {
  return (
    <fieldset className="max-w-[70ch] border-l-2 border-warn py-0.5 pl-2.5 text-sm">
      <legend className="contents">
        <span className="text-soft">
          It says otherwise than what {other.isPinned ? "is pinned" : "holds"}:{" "}
        </span>
        <Link className="link" href={`/projects/${projectId}/memory/${other.id}`} prefetch={false} dir="auto">
          {other.text.length > 160 ? `${other.text.slice(0, 159)}…` : other.text}
        </Link>
      </legend>
      {canChoose ? (
        <span className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1">
          {CHOICES.map(([value, says]) => (
            <label key={value} className="flex min-h-6 items-center gap-1.5">
              <input type="radio" name={`stands.${memoryId}`} value={value} className="size-4" />
              {says}
            </label>
          ))}
        </span>
      ) : null}
    </fieldset>
  );
}
