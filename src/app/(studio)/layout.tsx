import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { requireSignedIn } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
import { Shell } from "#ui/shell.tsx";

/** The frame of the pages that people work in. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const { organization, ctx } = await requireSignedIn();
  if (!organization.isSetUp && may(ctx.actor, "organization.edit")) redirect("/welcome");
  return (
    <Shell organization={organization.name} commandsUrl="/commands">
      {children}
    </Shell>
  );
}
