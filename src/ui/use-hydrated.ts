"use client";

import { useSyncExternalStore } from "react";

/** False while the page is as the server sent it, true once its script runs: for what does nothing without one. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
