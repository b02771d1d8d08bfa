import type { PlannedEpisode, PlannedPassage, PlannedSection } from "./plan-episode.ts";

/** What becomes of one section of the outline. Places are counted from 1; null where it is not. */
export interface SectionChange {
  kind: "COMES" | "GOES" | "MOVES" | "CHANGES" | "STAYS";
  heading: string;
  from: number | null;
  to: number | null;
  /** Where the passages stand that come into it and go from it. */
  comes: string[];
  goes: string[];
}

/** What one heading counts for, in passages: more than a passage or two that went over, less than nothing in common. */
const SAME_HEADING = 2;
const SAME_HEADING_ALONE = 0.5;

/** Two sections are the same when they share a passage; else when they have one heading. */
export function comparePlans(
  before: Pick<PlannedEpisode, "sections">,
  after: Pick<PlannedEpisode, "sections">,
): SectionChange[] {
  const pairs = pairUp(before.sections, after.sections);
  const paired = [...pairs.values()];
  const inOrder = paired.toSorted((a, b) => a - b);
  // Of those that stay, a section has moved when it stands in another order among them.
  const moved = new Set(paired.filter((from, nth) => from !== inOrder[nth]));
  const after_ = after.sections.map((section, at): SectionChange => {
    const from = pairs.get(at);
    const old = from === undefined ? undefined : before.sections[from];
    if (from === undefined || old === undefined)
      return change("COMES", section, null, at, section.passages, []);
    const comes = minus(section.passages, old.passages);
    const goes = minus(old.passages, section.passages);
    const kind = moved.has(from) ? "MOVES" : comes.length + goes.length > 0 ? "CHANGES" : "STAYS";
    return change(kind, section, from, at, comes, goes);
  });
  const kept = new Set(paired);
  const gone = before.sections.flatMap((section, at) =>
    kept.has(at) ? [] : [change("GOES", section, at, null, [], section.passages)],
  );
  return [...after_, ...gone];
}

function change(
  kind: SectionChange["kind"],
  { heading }: PlannedSection,
  from: number | null,
  to: number | null,
  comes: readonly PlannedPassage[],
  goes: readonly PlannedPassage[],
): SectionChange {
  return {
    kind,
    heading,
    from: from === null ? null : from + 1,
    to: to === null ? null : to + 1,
    comes: comes.map(({ place }) => place),
    goes: goes.map(({ place }) => place),
  };
}

/** By the place of a section after: that of the one before which it is; each is paired once, the most alike first. */
function pairUp(before: readonly PlannedSection[], after: readonly PlannedSection[]): Map<number, number> {
  const likenesses = after.flatMap((section, to) =>
    before.map((old, from) => ({ to, from, likeness: likenessOf(old, section) })),
  );
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { to, from, likeness } of likenesses.toSorted((a, b) => b.likeness - a.likeness)) {
    if (likeness === 0 || pairs.has(to) || taken.has(from)) continue;
    pairs.set(to, from);
    taken.add(from);
  }
  return new Map([...pairs].toSorted(([a], [b]) => a - b));
}

function likenessOf(one: PlannedSection, other: PlannedSection): number {
  const ids = new Set(one.passages.map(({ id }) => id));
  const shared = other.passages.filter(({ id }) => ids.has(id)).length;
  if (one.heading !== other.heading) return shared;
  return shared === 0 ? SAME_HEADING_ALONE : shared + SAME_HEADING;
}

function minus(passages: readonly PlannedPassage[], others: readonly PlannedPassage[]): PlannedPassage[] {
  const ids = new Set(others.map(({ id }) => id));
  return passages.filter(({ id }) => !ids.has(id));
}
