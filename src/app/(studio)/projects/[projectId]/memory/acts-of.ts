import type { listMemories } from "#domain/planning/list-memories.ts";
import type { MemoryPlace, MemoryView } from "./memory-address.ts";

type Listing = Omit<Parameters<typeof listMemories>[1], "projectId">;

const STATUS = {
  active: "ACTIVE",
  proposed: "PROPOSED",
  covered: "ACTIVE",
  expired: "EXPIRED",
  superseded: "SUPERSEDED",
  forgotten: "FORGOTTEN",
} as const satisfies Record<MemoryView, Listing["status"]>;

/** What is listed for an address. */
export function listingOf({ view, kind, origin, after }: MemoryPlace): Listing {
  return {
    status: STATUS[view],
    ...(view === "covered" ? { kind: "COVERED_TOPIC" } : kind ? { kind } : {}),
    ...(origin ? { origin } : {}),
    ...(after ? { after } : {}),
  };
}

const FORGET = { value: "forget", label: "Forget" };
const MERGE = { value: "merge", label: "Merge…" };

/** What can be done with the chosen memories of a view. */
export function actsOf(view: MemoryView): { value: string; label: string }[] {
  switch (view) {
    case "proposed":
      return [
        { value: "approve", label: "Approve" },
        { value: "reject", label: "Reject" },
      ];
    case "forgotten":
      return [{ value: "restore", label: "Take back" }];
    case "covered":
    case "superseded":
      return [FORGET];
    case "active":
    case "expired":
      return [MERGE, FORGET];
  }
}
