import { BarChart3, House, Library, ListChecks } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { KeyboardIsland } from "./keyboard-island.tsx";
import { Mark } from "./mark.tsx";
import { NavLink } from "./nav-link.tsx";
import type { Place } from "./places.ts";
import { SkipLink } from "./skip-link.tsx";

const PLACES: readonly Place[] = [
  { href: "/", label: "Home", letter: "h" },
  { href: "/projects", label: "Projects", letter: "p" },
  { href: "/queue", label: "Queue", letter: "q" },
  { href: "/usage", label: "Usage", letter: "u" },
];

const ICONS: Record<string, typeof House> = {
  "/": House,
  "/projects": Library,
  "/queue": ListChecks,
  "/usage": BarChart3,
};

const ACCOUNT: Place = { href: "/account", label: "Account", letter: "a" };

interface ShellProps {
  organization: string;
  /** Where the command menu asks for what it can open, once it is opened. */
  commandsUrl: string;
  children: ReactNode;
}

/** The frame of every page but the reader: where we can go, in a bar above, and on a phone in a bar below. */
export function Shell({ organization, commandsUrl, children }: ShellProps) {
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-20 flex h-[50px] items-center gap-4 border-b border-line bg-paper/95 px-4 backdrop-blur-sm sm:gap-6 md:px-8 print:hidden">
        <Link href="/" aria-label="Episodic, home">
          <Mark className="h-[26px] w-auto" />
        </Link>
        <nav aria-label="Main" className="hidden gap-4 md:flex">
          {PLACES.map((place) => (
            <NavLink
              key={place.href}
              href={place.href}
              match={place.href === "/" ? "exact" : "below"}
              className="py-1 text-soft no-underline hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
            >
              {place.label}
            </NavLink>
          ))}
        </nav>
        <span className="grow" />
        <KeyboardIsland places={[...PLACES, ACCOUNT]} commandsUrl={commandsUrl} />
        <NavLink
          href="/account"
          className="max-w-[40vw] truncate py-1 text-sm text-soft no-underline hover:text-ink aria-[current]:text-ink"
        >
          {organization}
        </NavLink>
      </header>
      {children}
      <nav
        aria-label="Main, on a phone"
        className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-4 border-t border-line bg-paper/95 pb-[env(safe-area-inset-bottom)] backdrop-blur-sm md:hidden print:hidden"
      >
        {PLACES.map((place) => {
          const Icon = ICONS[place.href] ?? House;
          return (
            <NavLink
              key={place.href}
              href={place.href}
              match={place.href === "/" ? "exact" : "below"}
              className="flex flex-col items-center gap-1 py-2 text-xs text-soft no-underline -outline-offset-2 aria-[current]:text-ink [&[aria-current]_svg]:text-accent"
            >
              <Icon aria-hidden className="size-5" strokeWidth={1.75} />
              {place.label}
            </NavLink>
          );
        })}
      </nav>
    </>
  );
}
