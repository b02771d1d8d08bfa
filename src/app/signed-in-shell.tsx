import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { requireSignedIn } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
import { Shell } from "#ui/shell.tsx";

/** The frame of every page for people who are signed in, but the reader's; an organization that is not set up is set up first. */
export async function SignedInShell({ children }: { children: ReactNode }) {
  const { organization, ctx } = await requireSignedIn();
  if (!organization.isSetUp && may(ctx.actor, "organization.edit")) redirect("/welcome");
  return (
    <Shell organization={organization.name} commandsUrl="/commands">
      {children}
    </Shell>
  );
}
