import Link from "next/link";
import { redirect } from "next/navigation";
import { requestSystem } from "#app/request-system.ts";
import { findSignInRequest } from "#domain/people/find-sign-in-request.ts";
import { findAsked } from "../asked-cookie.ts";
import { AgainForm } from "./_components/again-form.tsx";
import { CodeForm } from "./_components/code-form.tsx";

/** Where the code of a sign-in mail is typed. It says the same whether or not somebody has the address. */
export default async function SignInCodePage() {
  const asked = await findAsked();
  const request = asked && (await findSignInRequest(await requestSystem(), asked.browserSecret));
  if (!request) redirect("/sign-in");
  return (
    <div className="space-y-6">
      <div className="space-y-2">
        <h1 className="title text-3xl">{request.isOpen ? "Look into your mail" : "That code is over"}</h1>
        {request.isOpen ? (
          <p>
            We have sent a code to <strong className="font-medium">{request.email}</strong>, if somebody here
            has that address. It works in this browser, once, for ten minutes.
          </p>
        ) : (
          <p>
            The code that was sent to <strong className="font-medium">{request.email}</strong> was used, or is
            more than ten minutes old.
          </p>
        )}
      </div>
      {request.isOpen ? <CodeForm /> : null}
      <div className="space-y-3 border-t border-line pt-5">
        {request.isOpen ? (
          <p className="text-soft">Nothing came? Look among the unwanted mail, or have another sent.</p>
        ) : null}
        <AgainForm tone={request.isOpen ? "plain" : "primary"} />
        <p className="text-center">
          <Link className="link" href={`/sign-in?to=${encodeURIComponent(asked.to)}`}>
            Use another address or another way
          </Link>
        </p>
      </div>
    </div>
  );
}
