import { BUILT_IN_MODEL } from "#domain/usage/price-list.ts";
import { PURPOSES, type Purpose } from "#domain/usage/purposes.ts";
import type { UsageCall } from "#domain/usage/record-usage.ts";
import { seededRandom } from "#testing/seeded-random.ts";
import { type LocalDays, localDays } from "./local-days.ts";
import type { LedgerScene, SceneOrganization } from "./scene.ts";

const HOUR = 3_600_000;

/** Instants between which calls are made. */
export interface Span {
  from: number;
  until: number;
}

/** From before the clocks change in spring until after they change in autumn, north and south. */
export const BOTH_CHANGES: Span = { from: Date.UTC(2026, 1, 20), until: Date.UTC(2026, 10, 10) };

/** A call whose facts follow from its number alone, so that a million of them need no memory. */
export interface SceneCall {
  organization: SceneOrganization;
  call: UsageCall & { occurredAt: Date; tokens: Required<UsageCall["tokens"]> };
}

export interface Calls {
  count: number;
  span: Span;
  at(index: number): SceneCall;
  days(organization: SceneOrganization): LocalDays;
}

/** The calls of a scene, in time; nearly half of them around a midnight of their zone, some on the millisecond. */
export function makeCalls(
  { organizations }: LedgerScene,
  { count, seed, span }: { count: number; seed: number; span: Span },
): Calls {
  const days = new Map(organizations.map((one) => [one, localDays(one.zone, span)]));
  const daysOf = (organization: SceneOrganization): LocalDays => {
    const found = days.get(organization);
    if (!found) throw new Error("The organization is not of this scene");
    return found;
  };
  const purposes = Object.keys(PURPOSES) as Purpose[];

  return {
    count,
    span,
    days: daysOf,
    at: (index) => {
      const random = seededRandom(Math.imul(seed + index, 0x9e3779b1));
      const pick = <Item>(items: readonly Item[]): Item => {
        const item = items[Math.floor(random() * items.length)];
        if (item === undefined) throw new Error("Nothing to pick from");
        return item;
      };
      const organization = pick(organizations);
      const progress = index / count;
      const at =
        random() < 0.45
          ? nearMidnight(daysOf(organization).midnights, progress, random)
          : span.from + (span.until - span.from) * progress + random() * HOUR;
      const project = random() < 0.1 ? null : pick(organization.projects);
      const episodeId = project && random() < 0.8 ? pick(project.episodeIds) : null;
      const kind = random();
      const model = kind < 0.5 ? "small" : kind < 0.9 ? "large" : "unpriced";
      const named = kind < 0.97 ? { provider: "test", model } : BUILT_IN_MODEL;
      const output = Math.floor(random() * 4_000);
      return {
        organization,
        call: {
          callKey: `call ${index}`,
          purpose: pick(purposes),
          ...named,
          tokens: {
            uncachedInput: Math.floor(random() * 20_000),
            cacheRead: random() < 0.5 ? 0 : Math.floor(random() * 50_000),
            cacheWrite: random() < 0.8 ? 0 : Math.floor(random() * 9_000),
            output,
            reasoning: Math.floor(random() * output),
          },
          userId: pick(organization.people),
          settlement: random() < 0.03 ? "ESTIMATED" : "EXACT",
          occurredAt: new Date(Math.floor(at)),
          ...(project ? { projectId: project.id } : {}),
          ...(episodeId ? { episodeId } : {}),
        },
      };
    },
  };
}

/** Before, at and after a midnight of that time, mostly within the hours that a change of clocks moves. */
function nearMidnight(midnights: readonly number[], progress: number, random: () => number): number {
  const midnight = midnights[Math.floor(progress * midnights.length)];
  if (midnight === undefined) throw new Error("The span has no midnight");
  const how = random();
  if (how < 0.1) return midnight - 1;
  if (how < 0.2) return midnight;
  return midnight + (random() - 0.5) * (how < 0.8 ? 6 : 0.1) * HOUR;
}
