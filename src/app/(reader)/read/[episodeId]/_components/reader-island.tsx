"use client";

import { useEffect } from "react";
import { listenForNotes } from "#app/compose-note/listen-for-notes.ts";
import { followReading } from "../follow-reading.ts";
import { listenToKeys } from "../listen-to-keys.ts";

interface ReaderIslandProps {
  episodeId: string;
  minutes: number;
  previous: string | null;
  next: string | null;
}

/** The one script of the reader: keyboard, place in the text, minutes left. It draws nothing; without it everything can be read. */
export function ReaderIsland({ episodeId, minutes, previous, next }: ReaderIslandProps) {
  useEffect(() => {
    const stop = new AbortController();
    followReading({ episodeId, minutes, signal: stop.signal });
    listenToKeys({ previous, next, signal: stop.signal });
    listenForNotes(stop.signal);
    return () => stop.abort();
  }, [episodeId, minutes, previous, next]);
  return null;
}
