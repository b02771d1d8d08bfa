import Link from "next/link";
import { notFound } from "next/navigation";
import { requestSystem } from "#app/request-system.ts";
import { findSignedIn } from "#app/session.ts";
import { findInvitation } from "#domain/people/find-invitation.ts";
import type { Role } from "#platform/context.ts";
import { formatPlural } from "#ui/format/format-count.ts";
import { formatInstant } from "#ui/format/format-instant.ts";
import { AcceptForm } from "./_components/accept-form.tsx";
import { JoinForm } from "./_components/join-form.tsx";
import { OtherAddress } from "./_components/other-address.tsx";

const AS: Record<Role, string> = {
  OWNER: "an owner",
  ADMIN: "an administrator",
  EDITOR: "an editor",
  READER: "a reader",
};

/** What an invitation offers, and to whom. Looking at it changes nothing, so that programs which follow links use none up. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const offer = await findInvitation(await requestSystem(), token);
  if (!offer) notFound();
  const signedIn = await findSignedIn();
  const person = signedIn?.session.stage === "COMPLETE" ? signedIn.person : null;
  const signInHref = `/sign-in?to=${encodeURIComponent(`/invitation/${token}`)}`;
  const zone = person?.timeZone ?? "UTC";
  return (
    <div>
      <h1 className="title text-3xl break-words">Join {offer.organizationName}</h1>
      <p className="mt-2">
        {offer.invitedBy ?? "Somebody"} invites you to {offer.organizationName}, as {AS[offer.role]}
        {offer.projects === null ? "" : ` of ${formatPlural(offer.projects, "project")}`}.
      </p>
      <p className="mt-1 mb-6 text-sm break-words text-soft">
        For {offer.email}, until {formatInstant(offer.expiresAt, zone)}.
      </p>
      {person === null ? (
        <>
          <JoinForm token={token} />
          <p className="mt-6 text-soft">
            You sign in here with {offer.email} already?{" "}
            <Link className="link" href={signInHref}>
              Sign in first
            </Link>
            , then join.
          </p>
        </>
      ) : null}
      {person && person.email === offer.email ? (
        <AcceptForm token={token} organizationName={offer.organizationName} />
      ) : null}
      {person && person.email !== offer.email ? (
        <OtherAddress mine={person.email ?? ""} invited={offer.email} token={token} />
      ) : null}
    </div>
  );
}
