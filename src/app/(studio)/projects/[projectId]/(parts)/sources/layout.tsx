import type { ReactNode } from "react";
import { requirePermission } from "#app/require-permission.ts";

export default async function SourcesLayout({ children }: { children: ReactNode }) {
  await requirePermission("source.read");
  return children;
}
