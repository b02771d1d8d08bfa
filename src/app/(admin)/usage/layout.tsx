import type { ReactNode } from "react";
import { requirePermission } from "#app/require-permission.ts";

export default async function UsageLayout({ children }: { children: ReactNode }) {
  await requirePermission("usage.read");
  return children;
}
