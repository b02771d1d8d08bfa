"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { Place } from "./places.ts";

const CommandMenu = lazy(() => import("./command-menu.tsx"));
const ShortcutsSheet = lazy(() => import("./shortcuts-sheet.tsx"));

const CHORD_MILLISECONDS = 1500;

interface KeyboardIslandProps {
  places: readonly Place[];
  commandsUrl: string;
}

/**
 * The keyboard of the whole app: the command menu on Ctrl K, `?` for the list of shortcuts, and `g` plus a letter
 * to go places. The menu and the sheet are loaded when first asked for.
 */
export function KeyboardIsland({ places, commandsUrl }: KeyboardIslandProps) {
  const router = useRouter();
  const [open, setOpen] = useState<"menu" | "sheet" | null>(null);
  // Shortcuts are told of once they work, which is after the script has run.
  const [isListening, setListening] = useState(false);
  const chordAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.altKey) {
        event.preventDefault();
        setOpen((current) => (current === "menu" ? null : "menu"));
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "?") {
        event.preventDefault();
        setOpen("sheet");
        return;
      }
      const chord = event.timeStamp - chordAt.current < CHORD_MILLISECONDS;
      chordAt.current = event.key === "g" && !chord ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const place = chord ? places.find((candidate) => candidate.letter === event.key) : undefined;
      if (!place) return;
      // A page with keys of its own leaves alone what is taken.
      event.preventDefault();
      router.push(place.href);
    }
    document.addEventListener("keydown", onKeyDown);
    setListening(true);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [places, router]);

  return (
    <>
      <button
        type="button"
        onClick={() => setOpen("menu")}
        aria-keyshortcuts={isListening ? "Control+K Meta+K" : undefined}
        className="flex items-center gap-2 p-1 text-sm text-soft hover:text-ink"
      >
        <Search aria-hidden className="size-4" />
        <span className="sr-only">Search and commands</span>
        <kbd aria-hidden className="key hidden md:inline">
          Ctrl K
        </kbd>
      </button>
      <Suspense>
        {open === "menu" ? (
          <CommandMenu
            places={places}
            url={commandsUrl}
            onClose={() => setOpen(null)}
            onShortcuts={() => setOpen("sheet")}
          />
        ) : null}
        {open === "sheet" ? <ShortcutsSheet places={places} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, [role=dialog] *"))
  );
}
