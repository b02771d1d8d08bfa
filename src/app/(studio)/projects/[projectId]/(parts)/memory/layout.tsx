import type { ReactNode } from "react";
import { requirePermission } from "#app/require-permission.ts";

export default async function MemoryLayout({ children }: { children: ReactNode }) {
  await requirePermission("memory.read");
  return children;
}
