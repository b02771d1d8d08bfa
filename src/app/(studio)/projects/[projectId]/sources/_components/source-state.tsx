import { formatPlural } from "#ui/format/format-count.ts";
import { Pill } from "#ui/pill.tsx";

interface SourceStateProps {
  source: {
    status: "RECEIVED" | "EXTRACTING" | "READY" | "FAILED";
    chunkCount: number;
    error: string | null;
    warnings: readonly string[];
  };
}

/** How far a source is, and what a person should know about it. */
export function SourceState({ source: { status, chunkCount, error, warnings } }: SourceStateProps) {
  if (status === "RECEIVED") return <Pill tone="run">Received, waiting to be read</Pill>;
  if (status === "EXTRACTING") return <Pill tone="run">Finding its passages</Pill>;
  if (status === "FAILED") {
    return (
      <>
        <Pill tone="bad">Could not be read</Pill>
        <span className="block max-w-[40ch] text-sm text-soft">{error}</span>
      </>
    );
  }
  return (
    <>
      <Pill tone="good">{formatPlural(chunkCount, "passage")}</Pill>
      {warnings.length > 0 ? (
        <span className="block max-w-[40ch] text-sm text-soft">{warnings.join(" ")}</span>
      ) : null}
    </>
  );
}
