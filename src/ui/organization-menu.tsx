"use client";

import { Menu } from "@base-ui/react/menu";
import { Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { startTransition } from "react";
import { EMPTY_FORM, type FormState } from "./form-state.ts";
import type { Place } from "./places.ts";

interface OrganizationMenuProps {
  organizations: readonly { id: string; name: string }[];
  /** The one that we are in; null for who belongs to none. */
  currentId: string | null;
  /** What belongs to the organization, for screens that have no room for it elsewhere. */
  places: readonly Place[];
  /** Is handed the chosen one as `organizationId`. */
  onSwitch: (state: FormState, form: FormData) => Promise<FormState>;
}

const ITEM =
  "flex cursor-pointer items-center gap-2 rounded-sm px-2 py-1.5 text-ink no-underline outline-none data-highlighted:bg-sunk";

/** Says which organisation we are in, and leads to the others. Without a script it is a link to the page that does. */
export function OrganizationMenu({ organizations, currentId, places, onSwitch }: OrganizationMenuProps) {
  const current = organizations.find(({ id }) => id === currentId);
  const switchTo = (id: string) => {
    if (id === currentId) return;
    const form = new FormData();
    form.set("organizationId", id);
    startTransition(async () => {
      await onSwitch(EMPTY_FORM, form);
    });
  };
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        nativeButton={false}
        render={<a href="/organizations" />}
        onClick={(event) => event.preventDefault()}
        className="flex min-w-0 max-w-[34vw] cursor-pointer items-center gap-1 py-1 text-sm text-soft no-underline hover:text-ink"
      >
        <span className="truncate">{current?.name ?? "Organisations"}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0" />
        <span className="sr-only">, switch organisation</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="z-50">
          <Menu.Popup className="max-h-(--available-height) w-64 max-w-(--available-width) overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-float outline-none">
            <Menu.Group>
              <Menu.GroupLabel className="px-2 pt-1.5 pb-1 text-sm text-soft">
                Your organisations
              </Menu.GroupLabel>
              <Menu.RadioGroup value={currentId ?? ""} onValueChange={(id) => switchTo(String(id))}>
                {organizations.map(({ id, name }) => (
                  <Menu.RadioItem key={id} value={id} closeOnClick className={ITEM}>
                    <span className="min-w-0 grow truncate">{name}</span>
                    <Menu.RadioItemIndicator>
                      <Check aria-hidden className="size-4 text-accent" />
                    </Menu.RadioItemIndicator>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Group>
            <Menu.Separator className="my-1 h-px bg-line" />
            {[...places, { href: "/organizations", label: "All organisations" }].map(({ href, label }) => (
              <Menu.LinkItem key={href} closeOnClick render={<Link href={href} />} className={ITEM}>
                {label}
              </Menu.LinkItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
