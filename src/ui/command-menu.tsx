"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Place } from "./places.ts";

/** What the menu's address answers with: groups of things that can be opened. */
export interface CommandGroup {
  label: string;
  commands: { label: string; href: string; hint?: string }[];
}

interface Item {
  value: string;
  label: string;
  hint?: string;
  run: () => void;
}

interface CommandMenuProps {
  places: readonly Place[];
  url: string;
  onClose: () => void;
  onShortcuts: () => void;
}

export default function CommandMenu({ places, url, onClose, onShortcuts }: CommandMenuProps) {
  const router = useRouter();
  const found = useCommands(url);
  const go = (href: string) => () => {
    onClose();
    router.push(href);
  };
  const groups = [
    ...found.map((group) => ({
      value: group.label,
      items: group.commands.map(
        (command): Item => ({ ...command, value: command.href, run: go(command.href) }),
      ),
    })),
    {
      value: "Go to",
      items: places.map(
        (place): Item => ({
          value: place.href,
          label: place.label,
          hint: `g ${place.letter}`,
          run: go(place.href),
        }),
      ),
    },
    {
      value: "Help",
      items: [{ value: "?", label: "Keyboard shortcuts", hint: "?", run: onShortcuts } satisfies Item],
    },
  ];
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          aria-label="Search and commands"
          className="fixed top-[12vh] left-1/2 z-50 w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-raised shadow-float"
        >
          <Autocomplete.Root open inline items={groups} autoHighlight="always" keepHighlight>
            <Autocomplete.Input
              aria-label="Search and commands"
              placeholder="Open a project, an episode or a page"
              className="w-full border-b border-line bg-transparent px-4 py-3.5 outline-none focus:border-accent"
            />
            <div className="max-h-[min(24rem,60vh)] overflow-y-auto overscroll-contain p-2">
              <Autocomplete.Empty>
                <p className="px-2 py-4 text-soft empty:hidden">Nothing here is called that.</p>
              </Autocomplete.Empty>
              <Autocomplete.List>
                {(group: (typeof groups)[number]) => (
                  <Autocomplete.Group key={group.value} items={group.items}>
                    <Autocomplete.GroupLabel className="px-2 pt-2 pb-1 text-sm text-soft">
                      {group.value}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(item: Item) => (
                        <Autocomplete.Item
                          key={item.value}
                          value={item}
                          onClick={item.run}
                          className="flex cursor-pointer items-baseline justify-between gap-4 rounded-md px-2 py-1.5 data-highlighted:bg-sunk"
                        >
                          <span className="truncate">{item.label}</span>
                          <span className="shrink-0 text-sm text-soft">{item.hint}</span>
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </div>
          </Autocomplete.Root>
          <Dialog.Close className="sr-only">Close</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The things that can be opened; the places alone while they load or when they cannot be had. */
function useCommands(url: string): CommandGroup[] {
  const [groups, setGroups] = useState<CommandGroup[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    fetch(url, { signal: controller.signal })
      .then(async (response) => {
        if (response.ok) setGroups((await response.json()) as CommandGroup[]);
      })
      .catch(() => {});
    return () => controller.abort();
  }, [url]);
  return groups;
}
