import type { getRun } from "#domain/schedule/get-run.ts";
import { formatInstant } from "#ui/format/format-instant.ts";
import { Section } from "#ui/page-header.tsx";

interface RunHistoryProps {
  errors: Awaited<ReturnType<typeof getRun>>["errors"];
  zone: string;
}

/** Everything that went wrong in this run, the latest first; nothing when nothing did. */
export function RunHistory({ errors, zone }: RunHistoryProps) {
  if (errors.length === 0) return null;
  return (
    <Section title="What went wrong">
      <ol className="border-t border-line">
        {errors.toReversed().map((error) => (
          <li key={`${error.at.toISOString()} ${error.code}`} className="border-b border-line py-3">
            <p>{error.message}</p>
            <p className="text-sm text-soft">
              Attempt {error.attempt}
              {error.phase ? `, ${error.phase.toLowerCase()}` : ""} · {formatInstant(error.at, zone)} ·{" "}
              <code>{error.code}</code>
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
