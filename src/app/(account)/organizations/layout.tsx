import type { ReactNode } from "react";
import { AccountShell } from "#app/signed-in-shell.tsx";

export default function OrganizationsLayout({ children }: { children: ReactNode }) {
  return <AccountShell>{children}</AccountShell>;
}
