import type { Metadata } from "next";
import Link from "next/link";
import { safePath } from "#app/safe-path.ts";
import { requireWhole } from "#app/session.ts";
import { hasPassword } from "#domain/people/has-password.ts";
import { SignInWays } from "../_components/sign-in-ways.tsx";

export const metadata: Metadata = { title: "Sign in again" };

interface SignInAgainPageProps {
  searchParams: Promise<{ to?: string | string[] }>;
}

/** Where somebody who is signed in proves once more who they are, before they change what can't be taken back. */
export default async function SignInAgainPage({ searchParams }: SignInAgainPageProps) {
  const to = safePath((await searchParams).to, "/account");
  const { me, person } = await requireWhole();
  return (
    <>
      <div className="space-y-2">
        <h1 className="title text-3xl">Is it still you?</h1>
        <p className="text-soft">
          What you are about to change needs a proof from the last fifteen minutes. Come in once more
          {person.email ? ` as ${person.email}` : ""}, and you are led on.
        </p>
      </div>
      <SignInWays
        to={to}
        hasPassword={await hasPassword(me, {})}
        {...(person.email ? { email: person.email } : {})}
      />
      <p className="text-center">
        <Link className="link" href={to}>
          Leave it as it is
        </Link>
      </p>
    </>
  );
}
