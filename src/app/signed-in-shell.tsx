import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { requireSignedIn, requireWhole } from "#app/session.ts";
import type { SignedIn } from "#domain/people/find-session.ts";
import { may } from "#domain/people/permissions.ts";
import { countNotifications } from "#domain/planning/count-notifications.ts";
import { OrganizationMenu } from "#ui/organization-menu.tsx";
import { Shell } from "#ui/shell.tsx";
import { SessionIsland } from "./_components/session-island.tsx";
import { enterOrganization } from "./organization-actions.ts";
import { placesFor } from "./places-for.ts";

/** The frame of every page for people who are signed in, but the reader's; an organization that is not set up is set up first. */
export async function SignedInShell({ children }: { children: ReactNode }) {
  const signedIn = await requireSignedIn();
  const { organization, ctx } = signedIn;
  if (!organization.isSetUp && may(ctx.actor, "organization.edit")) redirect("/welcome");
  return <Frame signedIn={signedIn}>{children}</Frame>;
}

/** The frame of what is a person's own: also for who belongs to no organization, or can't enter the one that they are in. */
export async function AccountShell({ children }: { children: ReactNode }) {
  return <Frame signedIn={await requireWhole()}>{children}</Frame>;
}

async function Frame({ signedIn, children }: { signedIn: SignedIn; children: ReactNode }) {
  const { organizations, organization, ctx } = signedIn;
  const unread = ctx ? await countNotifications(ctx, {}) : 0;
  const { places, upkeep } = placesFor(ctx?.actor ?? null, unread);
  return (
    <Shell
      places={places}
      upkeep={upkeep}
      commandsUrl="/commands"
      organizationMenu={
        <OrganizationMenu
          organizations={organizations.map(({ organizationId: id, name }) => ({ id, name }))}
          currentId={organization?.organizationId ?? null}
          places={upkeep}
          onSwitch={enterOrganization}
        />
      }
    >
      {children}
      <SessionIsland standing={signedIn.standing} />
    </Shell>
  );
}
