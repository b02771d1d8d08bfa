import type { ReactNode } from "react";
import { requirePermission } from "#app/require-permission.ts";

export default async function QueueLayout({ children }: { children: ReactNode }) {
  await requirePermission("run.read");
  return children;
}
