import { writeDollars } from "#domain/usage/write-dollars.ts";

export const WINDOWS = ["MONTH", "DAY", "EPISODE"] as const;
export type Window = (typeof WINDOWS)[number];

/** What the form asks for, as it stands in the address. */
export interface AskedBudget {
  /** Empty for the whole organization. */
  project: string;
  window: Window;
  /** As it was typed; null when nothing was asked yet. */
  ceiling: string | null;
  isHard: boolean;
}

export type BudgetSearch = Partial<
  Record<"project" | "window" | "ceiling" | "hold" | "done", string | string[]>
>;

/** Reads what an address asks for; what makes no sense is as if nothing was said. */
export function readBudgetSearch(search: BudgetSearch): AskedBudget {
  const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");
  const window = WINDOWS.find((name) => name === search.window) ?? "MONTH";
  return {
    project: text(search.project),
    window,
    ceiling: typeof search.ceiling === "string" ? search.ceiling.slice(0, 200) : null,
    isHard: search.hold !== "soft",
  };
}

interface BudgetToOpen {
  projectId: string | null;
  window: Window;
  ceilingNanos: bigint;
  isHard: boolean;
}

/** Where a ceiling is changed: the form, with the ceiling as it is. */
export function budgetAddress({ projectId, window, ceilingNanos, isHard }: BudgetToOpen): string {
  const query = new URLSearchParams({
    project: projectId ?? "",
    window,
    ceiling: writeDollars(ceilingNanos),
    hold: isHard ? "hard" : "soft",
  });
  return `/usage/budgets?${query}#set`;
}
