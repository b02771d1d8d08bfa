import { Tabs } from "#ui/tabs.tsx";

/** The parts of one's account. Stands below the header of each. */
export function AccountTabs() {
  return (
    <Tabs
      label="Account"
      tabs={[
        { href: "/account", label: "Profile", match: "exact" },
        { href: "/account/sign-in", label: "Ways to sign in" },
        { href: "/account/sessions", label: "Sessions" },
        { href: "/account/data", label: "My data" },
      ]}
    />
  );
}
