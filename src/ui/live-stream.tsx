"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

interface LiveStreamProps {
  /** Tells `changed` and, at the end, `over`. */
  url: string;
  /** How often the page is asked for while the stream can't be had. */
  pollSeconds: number;
  /** How often all the same, for what changes by time alone. */
  restSeconds: number;
}

/** Not more often than this is the page asked for, however much changes. */
const AT_MOST_EVERY_MS = 400;
const TRY_AGAIN_MS = 15_000;

/**
 * Asks the server for the page again whenever its stream says that something has changed; every few seconds where there is no stream. Only while it is looked
 * at: a hidden page has no stream open. Render it only while something is under way.
 */
export function LiveStream({ url, pollSeconds, restSeconds }: LiveStreamProps) {
  const router = useRouter();
  useEffect(() => {
    let stream: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let refreshing: ReturnType<typeof setTimeout> | undefined;
    let lastAt = 0;

    const refresh = () => {
      refreshing ??= setTimeout(
        () => {
          refreshing = undefined;
          lastAt = Date.now();
          router.refresh();
        },
        Math.max(0, lastAt + AT_MOST_EVERY_MS - Date.now()),
      );
    };
    const close = () => {
      stream?.close();
      stream = undefined;
      clearTimeout(again);
    };
    const open = () => {
      close();
      const opened = new EventSource(url);
      stream = opened;
      opened.addEventListener("changed", refresh);
      opened.addEventListener("over", () => {
        close();
        refresh();
      });
      // A broken line the browser mends by itself; a refusal it takes for the last word.
      opened.addEventListener("error", () => {
        if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, TRY_AGAIN_MS);
      });
    };
    const onVisibility = () => {
      if (document.visibilityState !== "visible") return close();
      refresh();
      open();
    };
    if (document.visibilityState === "visible") open();
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible") return;
      const isHeard = stream?.readyState === EventSource.OPEN;
      if (!isHeard || Date.now() - lastAt >= restSeconds * 1000) refresh();
    }, pollSeconds * 1000);
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      clearInterval(timer);
      clearTimeout(refreshing);
      close();
    };
  }, [router, url, pollSeconds, restSeconds]);
  return null;
}
