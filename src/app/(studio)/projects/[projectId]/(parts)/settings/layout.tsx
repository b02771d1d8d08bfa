import type { ReactNode } from "react";
import { requirePermission } from "#app/require-permission.ts";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await requirePermission("project.edit");
  return children;
}
