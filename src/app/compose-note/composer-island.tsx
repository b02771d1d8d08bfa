"use client";

import { useEffect } from "react";
import { listenForNotes } from "./listen-for-notes.ts";

/** Hears `n` and the links to the composer on every page of a project; the composer itself is loaded when it is asked for. */
export function ComposerIsland() {
  useEffect(() => {
    const stop = new AbortController();
    listenForNotes(stop.signal);
    return () => stop.abort();
  }, []);
  return null;
}
