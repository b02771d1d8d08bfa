import type { Metadata } from "next";
import { ButtonLink } from "#ui/button.tsx";
import { Mark } from "#ui/mark.tsx";

export const metadata: Metadata = { title: "Not found" };

/** The same page for what never was, what was removed and what belongs to others. */
export default function NotFound() {
  return (
    <main id="main" className="mx-auto grid min-h-[70dvh] max-w-[28rem] content-center gap-4 px-5 py-12">
      <Mark className="h-8 w-auto justify-self-start" />
      <h1 className="title text-3xl">There is nothing here</h1>
      <p className="text-soft">
        The address may be mistyped, what it named may have been removed, or it is not open to you.
      </p>
      <div>
        <ButtonLink href="/">Go home</ButtonLink>
      </div>
    </main>
  );
}
