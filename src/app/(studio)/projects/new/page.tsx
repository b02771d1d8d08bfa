import type { Metadata } from "next";
import { previewCadence } from "#app/preview-cadence.ts";
import { requirePermission } from "#app/require-permission.ts";
import { requireSignedIn } from "#app/session.ts";
import type { Cadence } from "#domain/schedule/cadence.ts";
import { timeZoneChoices } from "#domain/schedule/time-zones.ts";
import { Page, PageHeader } from "#ui/page-header.tsx";
import { NewProjectForm } from "./_components/new-project-form.tsx";

export const metadata: Metadata = { title: "New project" };

export default async function NewProjectPage() {
  await requirePermission("project.create");
  const { ctx, person, organization } = await requireSignedIn();
  const now = ctx.clock.now();
  const cadence: Cadence = {
    days: [1, 2, 3, 4, 5],
    time: "07:30",
    timeZone: person.timeZone ?? organization.reportingZone,
  };
  return (
    <Page>
      <PageHeader eyebrow="Projects" title="A new series">
        What it is for and when it comes. You give it texts to write from in the next step.
      </PageHeader>
      <NewProjectForm cadence={cadence} zones={timeZoneChoices(now)} preview={previewCadence(cadence, now)} />
    </Page>
  );
}
