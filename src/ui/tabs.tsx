import { NavLink } from "./nav-link.tsx";

interface Tab {
  href: string;
  label: string;
  count?: number;
  match?: "exact" | "below";
}

/** The parts of one thing, each a page of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="-mx-4 mb-8 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex min-w-max gap-3.5 border-b max-sm:text-sm sm:gap-6 border-line">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <NavLink
              href={tab.href}
              match={tab.match ?? "below"}
              className="-mb-px block border-b border-transparent py-2.5 text-soft no-underline -outline-offset-2 hover:text-ink aria-[current]:border-ink aria-[current]:text-ink"
            >
              {tab.label}
              {tab.count ? <span className="ml-1 text-faint">{tab.count}</span> : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
