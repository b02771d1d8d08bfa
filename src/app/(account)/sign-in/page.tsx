import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { findSignedIn } from "#app/session.ts";
import { Mark } from "#ui/mark.tsx";
import { SignInForm } from "./_components/sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in", referrer: "no-referrer" };

interface SignInPageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

/** Where a one-time link leads. Looking at it changes nothing, so that programs which follow links use none up. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { token } = await searchParams;
  if (typeof token !== "string" && (await findSignedIn())) redirect("/");
  return (
    <main id="main" className="mx-auto grid min-h-dvh max-w-[26rem] content-center gap-6 px-5 py-12">
      <Mark className="h-9 w-auto justify-self-start" />
      {typeof token === "string" ? <SignInForm token={token} /> : <HowToGetIn />}
    </main>
  );
}

function HowToGetIn() {
  return (
    <div className="space-y-3">
      <h1 className="title text-3xl">Sign in</h1>
      <p>You come in by a one-time link. It works once, and for ten minutes.</p>
      <p className="text-soft">
        On the machine where Episodic runs, this prints one for the owner. Open it in this browser.
      </p>
      <pre className="overflow-x-auto rounded-md border border-line bg-sunk px-4 py-3">
        <code>npm run episodic -- sign-in-link</code>
      </pre>
    </div>
  );
}
