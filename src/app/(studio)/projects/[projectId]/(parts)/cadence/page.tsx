import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { sayLead } from "#app/(studio)/_components/say-lead.ts";
import { loadProject } from "#app/(studio)/projects/[projectId]/load-project.ts";
import { previewCadence } from "#app/preview-cadence.ts";
import { requireCtx } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
import { Cadence } from "#domain/schedule/cadence.ts";
import { getSchedule } from "#domain/schedule/get-schedule.ts";
import { timeZoneChoices } from "#domain/schedule/time-zones.ts";
import { CadenceForm } from "./_components/cadence-form.tsx";

export const metadata: Metadata = { title: "Cadence" };

export default async function CadencePage({ params }: { params: Promise<{ projectId: string }> }) {
  const project = await loadProject((await params).projectId);
  const ctx = await requireCtx();
  if (!may(ctx.actor, "schedule.edit")) notFound();
  const now = ctx.clock.now();
  const schedule = await getSchedule(ctx, { projectId: project.id });
  const cadence = Cadence.parse(project.cadenceConfig);
  return (
    <>
      <CadenceForm
        projectId={project.id}
        version={project.cadenceVersion}
        policy={project.missedSlotPolicy}
        cadence={cadence}
        zones={timeZoneChoices(now)}
        preview={previewCadence(cadence, now)}
      />
      <p className="mt-6 max-w-[65ch] text-sm text-soft">{sayLead(schedule)}</p>
    </>
  );
}
