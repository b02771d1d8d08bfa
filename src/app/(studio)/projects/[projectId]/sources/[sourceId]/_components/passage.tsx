import { formatClock } from "#ui/format/format-clock.ts";
import { formatCount } from "#ui/format/format-count.ts";

interface PassageProps {
  passage: {
    ordinal: number;
    text: string;
    headingPath: readonly string[];
    turns: readonly { speaker: string | null; startMs: number; text: string }[] | null;
    tokenCount: number;
  };
}

/** One passage of a source as the writer sees it, with its place. */
export function Passage({ passage: { ordinal, text, headingPath, turns, tokenCount } }: PassageProps) {
  return (
    <li id={`passage-${ordinal + 1}`} className="border-t border-line py-4 target:bg-accent-wash">
      <p className="mb-1.5 flex justify-between gap-4 text-sm text-soft">
        <span>
          {ordinal + 1}
          {headingPath.length > 0 ? ` · ${headingPath.join(" › ")}` : ""}
        </span>
        <span className="whitespace-nowrap">{formatCount(tokenCount)} tokens</span>
      </p>
      {turns === null ? (
        <p className="font-read text-lg whitespace-pre-wrap">{text}</p>
      ) : (
        <dl className="space-y-2">
          {turns.map((turn) => (
            <div key={turn.startMs} className="grid grid-cols-[3.5rem_1fr] gap-x-3">
              <dt className="pt-1 text-sm text-soft">{formatClock(turn.startMs)}</dt>
              <dd className="font-read text-lg">
                {turn.speaker ? <span className="font-medium">{turn.speaker}: </span> : null}
                {turn.text}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
