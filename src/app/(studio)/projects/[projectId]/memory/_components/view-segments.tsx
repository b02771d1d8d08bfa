import { formatCount } from "#ui/format/format-count.ts";
import { Segments } from "#ui/segments.tsx";
import { type MemoryPlace, type MemoryView, memoryAddress } from "../memory-address.ts";
import type { MemoryCounts } from "./nothing-remembered.tsx";

interface ViewSegmentsProps {
  projectId: string;
  place: MemoryPlace;
  counts: MemoryCounts;
}

/** The views of a project's memories as links. */
export function ViewSegments({ projectId, place, counts }: ViewSegmentsProps) {
  const views: [MemoryView, string, number | null][] = [
    ["active", "Holds", counts.active],
    ["proposed", "Proposed", counts.proposed],
    ["covered", "Covered topics", counts.covered],
    ["expired", "Expired", null],
    ["superseded", "Superseded", counts.superseded],
    ["forgotten", "Forgotten", counts.forgotten],
  ];
  return (
    <Segments
      label="Which memories"
      segments={views.map(([view, label, count]) => ({
        href: memoryAddress(projectId, { view, kind: place.kind, origin: place.origin }),
        label: count === null ? label : `${label} ${formatCount(count)}`,
        current: place.text === null && view === place.view,
      }))}
    />
  );
}
