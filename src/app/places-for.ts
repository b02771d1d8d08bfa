import { may, type Permission } from "#domain/people/permissions.ts";
import type { Actor } from "#platform/context.ts";
import type { Place } from "#ui/places.ts";

type Guarded = Place & { needs: Permission };

const PLACES: readonly Guarded[] = [
  { href: "/", label: "Home", letter: "h", needs: "project.read" },
  { href: "/projects", label: "Projects", letter: "p", needs: "project.read" },
  { href: "/notes", label: "Notes", letter: "n", needs: "note.submit" },
  { href: "/queue", label: "Queue", letter: "q", needs: "run.read" },
  { href: "/usage", label: "Usage", letter: "u", needs: "usage.read" },
];

const UPKEEP: readonly Guarded[] = [
  { href: "/members", label: "Members", letter: "m", needs: "member.read" },
  { href: "/settings", label: "Settings", letter: "s", needs: "organization.edit" },
  { href: "/audit", label: "Audit", letter: "l", needs: "audit.read" },
];

/** Where somebody may go: what their role can't open is not offered. Nobody's places are none. */
export function placesFor(actor: Actor | null, unreadNotes: number): { places: Place[]; upkeep: Place[] } {
  const open = (all: readonly Guarded[]) =>
    all
      .filter(({ needs }) => actor !== null && may(actor, needs))
      .map(({ href, label, letter }) => ({
        href,
        label,
        letter,
        ...(href === "/notes" ? { unread: unreadNotes } : {}),
      }));
  return { places: open(PLACES), upkeep: open(UPKEEP) };
}
