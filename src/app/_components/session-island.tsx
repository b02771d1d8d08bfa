"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const TRY_AGAIN_MS = 5_000;

type Heard = "nobody" | "signed-out" | "changed" | "nothing";

/**
 * Leads to the sign-in page as soon as the session is over, and loads the page anew when it opens something else than what the page was
 * made by. Listens only while the page is looked at, by one connection.
 */
export function SessionIsland({ standing }: { standing: string }) {
  const router = useRouter();
  useEffect(() => {
    let listening: AbortController | undefined;
    const keepListening = async ({ signal }: AbortController) => {
      while (!signal.aborted) {
        const heard = await listen(standing, signal);
        if (signal.aborted) return;
        // A new document, so that nothing of the old one stays in memory.
        if (heard === "nobody") return window.location.assign("/sign-in");
        // This browser may have signed in anew, in another tab: asked again, the server says who it is now.
        if (heard === "signed-out") continue;
        if (heard === "changed") router.refresh();
        await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
      }
    };
    const onVisibility = () => {
      listening?.abort();
      listening = undefined;
      if (document.visibilityState !== "visible") return;
      listening = new AbortController();
      void keepListening(listening);
    };
    onVisibility();
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      listening?.abort();
    };
  }, [router, standing]);
  return null;
}

/** Waits for the one event that the stream has. */
async function listen(standing: string, signal: AbortSignal): Promise<Heard> {
  try {
    const url = `/session-events?standing=${standing}`;
    const response = await fetch(url, { signal, cache: "no-store" });
    if (response.status === 401) return "nobody";
    if (!response.ok || !response.body) return "nothing";
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let heard = ""; ; ) {
      const { value, done } = await reader.read();
      heard += value ?? "";
      const [, event] = /^event: (signed-out|changed)\n/m.exec(heard) ?? [];
      if (event) return event as Heard;
      if (done) return "nothing";
      // What came before the last line is over: a heartbeat says nothing.
      heard = heard.slice(heard.lastIndexOf("\n\n") + 1);
    }
  } catch {
    return "nothing";
  }
}
