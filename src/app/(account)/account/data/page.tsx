import type { Metadata } from "next";
import { requireWhole } from "#app/session.ts";
import { isRecentlyProven } from "#domain/people/personal.ts";
import { ButtonLink, buttonClass } from "#ui/button.tsx";
import { ConfirmButton } from "#ui/confirm-button.tsx";
import { Page, PageHeader, Section } from "#ui/page-header.tsx";
import { TypedConfirmation } from "#ui/typed-confirmation.tsx";
import { AccountTabs } from "../_components/account-tabs.tsx";
import { deleteMe } from "./actions.ts";

export const metadata: Metadata = { title: "My data" };

/** What is kept about a person: to take along, and to have forgotten. */
export default async function DataPage() {
  const { person, me } = await requireWhole();
  return (
    <Page narrow>
      <PageHeader title="My data" />
      <AccountTabs />
      <Section title="Take it along">
        <p className="mb-4 max-w-[60ch] text-soft">
          One file (JSON) with your profile, memberships, sessions, ways to sign in, notes, marked words,
          subscriptions, conversations and what the logs tell of you, from all your organisations. Passwords
          and keys are not in it.
        </p>
        {/* A plain link: the answer is a file, not a page. */}
        <a className={buttonClass()} href="/account/data/download" download>
          Download my data
        </a>
      </Section>
      <div className="mt-12 border-t border-line pt-6">
        <Section title="Delete my account">
          <p className="mb-4 max-w-[60ch] text-soft">
            You are signed out everywhere and leave all your organisations at once. Your name, your address
            and your ways to sign in are erased; conversations, marked words and subscriptions go too. Notes,
            sources and episodes stay with the organisation, as those of a former member. This can’t be
            undone.
          </p>
          {isRecentlyProven(me) ? (
            <ConfirmButton
              tone="danger"
              label="Delete my account…"
              title="Delete your account?"
              description="There is no way back. To go on, type your address."
            >
              <TypedConfirmation
                action={deleteMe}
                name="address"
                what="Your address"
                exactly={person.email ?? ""}
                pending="Deleting…"
              >
                Delete my account
              </TypedConfirmation>
            </ConfirmButton>
          ) : (
            <p>
              This needs a fresh proof that it is you.{" "}
              <ButtonLink href="/sign-in/again?to=/account/data">Sign in again</ButtonLink>
            </p>
          )}
        </Section>
      </div>
    </Page>
  );
}
