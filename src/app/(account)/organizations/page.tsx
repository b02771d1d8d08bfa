import type { Metadata } from "next";
import { requireWhole } from "#app/session.ts";
import { ConfirmButton } from "#ui/confirm-button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Page, PageHeader } from "#ui/page-header.tsx";
import { roleName } from "#ui/role-name.ts";
import { TypedConfirmation } from "#ui/typed-confirmation.tsx";
import { SwitchForm } from "./_components/switch-form.tsx";
import { leave } from "./actions.ts";

export const metadata: Metadata = { title: "Organisations" };

/** The organisations that a person belongs to, and the ways into and out of them. */
export default async function OrganizationsPage() {
  const { organizations, organization: current, person, ctx } = await requireWhole();
  return (
    <Page narrow>
      <PageHeader title="Your organisations">
        {organizations.length > 0 ? "What you read, write and see belongs to the one that you are in." : null}
      </PageHeader>
      {organizations.length === 0 ? (
        <EmptyState title="You belong to no organisation">
          Ask somebody who looks after one to invite {person.email}; the link in their invitation brings you
          in. If you have just left or were removed, what you wrote there stays there.
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {organizations.map(({ organizationId, name, role, projectIds }) => {
            const isCurrent = organizationId === current?.organizationId;
            return (
              <li
                key={organizationId}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line py-4"
              >
                <div className="min-w-0">
                  <p className="title text-lg break-words">{name}</p>
                  <p className="text-sm text-soft">
                    {roleName(role).toLowerCase()}
                    {projectIds ? " · some projects" : null}
                    {isCurrent ? " · you are here" : null}
                  </p>
                </div>
                {isCurrent && ctx ? (
                  <ConfirmButton
                    label="Leave…"
                    title={`Leave ${name}?`}
                    description="You are out at once, and come back only by another invitation. What you wrote and added stays there. To go on, type its name."
                  >
                    <TypedConfirmation
                      action={leave}
                      name="name"
                      what="The name"
                      exactly={name}
                      pending="Leaving…"
                    >
                      Leave it
                    </TypedConfirmation>
                  </ConfirmButton>
                ) : null}
                {isCurrent ? null : <SwitchForm organizationId={organizationId} name={name} />}
              </li>
            );
          })}
        </ul>
      )}
    </Page>
  );
}
