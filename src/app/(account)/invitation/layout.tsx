import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Mark } from "#ui/mark.tsx";

export const metadata: Metadata = { title: "Invitation", referrer: "same-origin" };

export default function InvitationLayout({ children }: { children: ReactNode }) {
  return (
    <main
      id="main"
      className="mx-auto grid min-h-dvh max-w-[28rem] grid-cols-[minmax(0,1fr)] content-center gap-7 px-5 py-12"
    >
      <Mark className="h-9 w-auto justify-self-start" />
      {children}
    </main>
  );
}
