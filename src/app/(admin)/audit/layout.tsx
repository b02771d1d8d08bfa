import type { ReactNode } from "react";
import { requirePermission } from "#app/require-permission.ts";

export default async function AuditLayout({ children }: { children: ReactNode }) {
  await requirePermission("audit.read");
  return children;
}
