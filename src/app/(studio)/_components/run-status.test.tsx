import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { QUEUE_STATUSES, type QueueStatus } from "#domain/schedule/states.ts";
import { RunStatus } from "./run-status.tsx";

const now = new Date("2026-11-20T06:00:00Z");
const later = new Date("2026-11-20T06:30:01Z");

function say(status: QueueStatus, change: Partial<Parameters<typeof RunStatus>[0]["run"]> = {}): string {
  const run = {
    status,
    slotAt: later,
    availableAt: now,
    publishedAt: null,
    cancelRequestedAt: null,
    ...change,
  };
  return renderToStaticMarkup(<RunStatus run={run} zone="Europe/Berlin" now={now} />).replace(/<[^>]+>/g, "");
}

describe("what a run is at", () => {
  it("is said in words for every status there is", () => {
    const words = QUEUE_STATUSES.map((status) => say(status));
    expect(new Set(words).size).toBe(QUEUE_STATUSES.length);
    for (const word of words) expect(word).toMatch(/^[A-Z][a-z]/);
  });

  it("names the hour in the project's zone where there is one to wait for", () => {
    expect(say("PENDING", { availableAt: later })).toBe("Planned, begins Fri 20 Nov, 07:30 Berlin");
    expect(say("RETRYING", { availableAt: later })).toBe("Tries again at 07:30:01");
    expect(say("READY")).toBe("Ready for Fri 20 Nov, 07:30 Berlin");
    expect(say("PUBLISHED", { publishedAt: later })).toBe("Published 07:30:01");
  });

  it("tells that a run is being stopped, and that what is due is about to begin", () => {
    expect(say("GENERATING", { cancelRequestedAt: now })).toBe("Stopping");
    expect(say("PENDING")).toBe("About to be written");
  });
});
