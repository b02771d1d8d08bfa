import { redirect } from "next/navigation";
import { findSignedIn } from "#app/session.ts";

/** Where everybody lands who is not signed in. */
export default async function SignInPage() {
  if (await findSignedIn()) redirect("/");
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
