import { sayLead } from "#app/(studio)/_components/say-lead.ts";
import type { CadencePreview } from "#domain/schedule/preview-cadence.ts";
import { ButtonLink } from "#ui/button.tsx";
import { formatDate } from "#ui/format/format-date.ts";
import { formatTime } from "#ui/format/format-instant.ts";
import { Section } from "#ui/page-header.tsx";

interface CadenceSummaryProps {
  projectId: string;
  /** Null when this version can't read the rule. */
  preview: CadencePreview | null;
  lead: { leadSeconds: number; leadLearntFrom: number };
  mayEdit: boolean;
}

const DATES_SHOWN = 5;

/** The rule as a sentence, and the dates that come of it. */
export function CadenceSummary({ projectId, preview, lead, mayEdit }: CadenceSummaryProps) {
  return (
    <Section title="Cadence">
      <p className="title mb-3 text-lg">
        {preview ? preview.sentence : "The rule can’t be read. Set it anew; nothing is written until then."}
      </p>
      {preview && preview.occurrences.length === 0 ? (
        <p className="mb-3 text-soft">No date is left: the series has ended.</p>
      ) : null}
      <ul className="mb-3">
        {preview?.occurrences.slice(0, DATES_SHOWN).map(({ key, slotAt, clockChange }) => (
          <li key={key} className={`py-1 ${clockChange ? "text-accent" : "text-soft"}`}>
            <span className="flex justify-between gap-4">
              <span>{formatDate(key)}</span>
              <span>{formatTime(slotAt, preview.timeZone)}</span>
            </span>
            {clockChange ? <span className="block text-sm">{clockChange}</span> : null}
          </li>
        ))}
      </ul>
      <p className="mb-3 text-sm text-soft">{sayLead(lead)}</p>
      {mayEdit ? <ButtonLink href={`/projects/${projectId}/cadence`}>Edit cadence</ButtonLink> : null}
    </Section>
  );
}
