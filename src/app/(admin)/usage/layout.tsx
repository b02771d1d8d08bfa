import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requirePermission } from "#app/require-permission.ts";
import { Page, PageHeader } from "#ui/page-header.tsx";
import { Tabs } from "#ui/tabs.tsx";

export const metadata: Metadata = { title: { default: "Usage", template: "%s · Usage · Episodic" } };

/** What every page about models and money begins with. */
export default async function UsageLayout({ children }: { children: ReactNode }) {
  await requirePermission("usage.read");
  return (
    <Page>
      <PageHeader title="Usage" />
      <Tabs
        label="Usage"
        tabs={[
          { href: "/usage", label: "Overview", match: "exact" },
          { href: "/usage/calls", label: "Calls" },
          { href: "/usage/budgets", label: "Budgets" },
          { href: "/usage/prices", label: "Prices" },
        ]}
      />
      {children}
    </Page>
  );
}
