import { redirect } from "next/navigation";
import { safePath } from "#app/safe-path.ts";
import { findSignedIn, stepAfter } from "#app/session.ts";
import { SignInWays } from "./_components/sign-in-ways.tsx";

interface SignInPageProps {
  searchParams: Promise<{ to?: string | string[] }>;
}

/** Where everybody lands who is not signed in. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const to = safePath((await searchParams).to);
  const signedIn = await findSignedIn();
  if (signedIn) redirect(stepAfter(signedIn.session, to));
  return (
    <>
      <h1 className="title text-3xl">Sign in</h1>
      <SignInWays to={to} />
    </>
  );
}
