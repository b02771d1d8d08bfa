import type { ReactNode } from "react";
import { SignedInShell } from "#app/signed-in-shell.tsx";

export default function StudioLayout({ children }: { children: ReactNode }) {
  return <SignedInShell>{children}</SignedInShell>;
}
