import { BarChart3, House, Library, ListChecks, PencilLine, UserRound } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { KeyboardIsland } from "./keyboard-island.tsx";
import { Mark } from "./mark.tsx";
import { NavLink } from "./nav-link.tsx";
import type { Place } from "./places.ts";
import { SkipLink } from "./skip-link.tsx";

const ICONS: Record<string, typeof House> = {
  "/": House,
  "/projects": Library,
  "/notes": PencilLine,
  "/queue": ListChecks,
  "/usage": BarChart3,
};

const YOURS: readonly Place[] = [
  { href: "/account", label: "Account", letter: "a" },
  { href: "/organizations", label: "Organisations", letter: "o" },
];

interface ShellProps {
  /** Where one may go, the most used first; in the bar below there is room for five. */
  places: readonly Place[];
  /** Where one may go to look after the organization: in the bar above where it is wide, else in the menu of the organization. */
  upkeep: readonly Place[];
  /** Says which organization we are in, and leads to the others. */
  organizationMenu: ReactNode;
  /** Where the command menu asks for what it can open, once it is opened. */
  commandsUrl: string;
  children: ReactNode;
}

/** The frame of every page but the reader: where we can go, in a bar above, and on a phone in a bar below. */
export function Shell({ places, upkeep, organizationMenu, commandsUrl, children }: ShellProps) {
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-20 flex h-[50px] items-center gap-4 border-b border-line bg-paper/95 px-4 backdrop-blur-sm sm:gap-6 md:px-8 print:hidden">
        <Link href="/" aria-label="Episodic, home">
          <Mark className="h-[26px] w-auto" />
        </Link>
        {places.length > 0 ? (
          <nav aria-label="Main" className="hidden gap-4 md:flex">
            {places.map((place) => (
              <BarLink key={place.href} place={place} />
            ))}
            {upkeep.map((place) => (
              <BarLink key={place.href} place={place} className="max-lg:hidden" />
            ))}
          </nav>
        ) : null}
        <span className="grow" />
        <KeyboardIsland places={[...places, ...upkeep, ...YOURS]} commandsUrl={commandsUrl} />
        {organizationMenu}
        <NavLink
          href="/account"
          className="-m-1 shrink-0 p-1 text-soft no-underline hover:text-ink aria-[current]:text-ink"
        >
          <UserRound aria-hidden className="size-[18px]" />
          <span className="sr-only">Account</span>
        </NavLink>
      </header>
      {children}
      {places.length > 0 ? (
        <nav
          aria-label="Main, on a phone"
          className="fixed inset-x-0 bottom-0 z-20 grid auto-cols-fr grid-flow-col border-t border-line bg-paper/95 pb-[env(safe-area-inset-bottom)] backdrop-blur-sm md:hidden print:hidden"
        >
          {places.map((place) => (
            <PhoneLink key={place.href} place={place} />
          ))}
        </nav>
      ) : null}
    </>
  );
}

function BarLink({ place, className = "" }: { place: Place; className?: string }) {
  return (
    <NavLink
      href={place.href}
      match={place.href === "/" ? "exact" : "below"}
      className={`py-1 text-soft no-underline hover:text-ink aria-[current]:font-medium aria-[current]:text-ink ${className}`}
    >
      {place.label} <Unread count={place.unread} />
    </NavLink>
  );
}

function PhoneLink({ place }: { place: Place }) {
  const Icon = ICONS[place.href] ?? House;
  return (
    <NavLink
      href={place.href}
      match={place.href === "/" ? "exact" : "below"}
      className="flex flex-col items-center gap-1 py-2 text-xs text-soft no-underline -outline-offset-2 aria-[current]:text-ink [&[aria-current]_svg]:text-accent"
    >
      <Icon aria-hidden className="size-5" strokeWidth={1.75} />
      <span>
        {place.label} <Unread count={place.unread} />
      </span>
    </NavLink>
  );
}

/** How much is new there; nothing for nothing. */
function Unread({ count = 0 }: { count?: number | undefined }) {
  if (count === 0) return null;
  const most = 99;
  return (
    <span className="ml-0.5 rounded-full bg-accent px-1.5 text-xs font-medium text-paper tabular-nums">
      {count > most ? `${most}+` : count}
      <span className="sr-only"> unread</span>
    </span>
  );
}
