import type { Metadata } from "next";
import { requirePermission } from "#app/require-permission.ts";
import { requireSignedIn } from "#app/session.ts";
import { timeZoneChoices } from "#domain/schedule/time-zones.ts";
import { Mark } from "#ui/mark.tsx";
import { WelcomeForm } from "./_components/welcome-form.tsx";

export const metadata: Metadata = { title: "Welcome" };

export default async function WelcomePage() {
  await requirePermission("organization.edit");
  const { person, organization, ctx } = await requireSignedIn();
  return (
    <main id="main" className="mx-auto max-w-[32rem] px-5 py-12 md:py-20">
      <Mark className="h-8 w-auto" />
      <h1 className="title mt-10 text-3xl">Before you read the first episode</h1>
      <p className="mt-2 mb-8 text-soft">Three things, and all of them can be changed later.</p>
      <WelcomeForm
        personName={person.name}
        organizationName={organization.name}
        zone={organization.isSetUp ? organization.reportingZone : null}
        zones={timeZoneChoices(ctx.clock.now())}
      />
    </main>
  );
}
