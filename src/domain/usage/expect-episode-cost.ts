import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import type { TxCtx } from "#platform/context.ts";
import { chooseModel } from "./internal/call/choose-model.ts";
import { findPrices } from "./internal/find-prices.ts";
import { isModelCallError } from "./model-call-error.ts";
import { priceCall } from "./price-call.ts";
import { CHOOSABLE_PURPOSES } from "./purposes.ts";

/** What so many episodes cost before is what the next are likely to. */
const PAST_EPISODES = 5;

const CallAtMost = z.object({
  purpose: z.enum(CHOOSABLE_PURPOSES),
  inputTokens: z.int().nonnegative(),
  outputTokens: z.int().nonnegative(),
});
const EpisodeToCost = z.object({
  words: z.int().nonnegative(),
  /** What a model may at most be asked for it: taken where no episode says what one costs. */
  calls: z.array(CallAtMost).max(100),
});
type EpisodeToCost = z.output<typeof EpisodeToCost>;

/** What episodes would cost, in their order; and by what it is reckoned: the last episodes, or the worst case by the present prices. */
export type ExpectedCost =
  | { by: "past"; episodes: number; nanos: bigint[] }
  | { by: "worst"; nanos: bigint[] }
  /** A model without a price, or none chosen. */
  | { by: "nothing" };

/** What episodes of a project that a model writes would cost: by the word, as its last ones did; before there are any, at most. */
export const expectEpisodeCost = query(
  { needs: "run.read", input: z.object({ projectId: z.uuid(), episodes: z.array(EpisodeToCost).max(10) }) },
  async (ctx, { projectId, episodes }): Promise<ExpectedCost> =>
    (await byPast(ctx, projectId, episodes)) ?? (await byPrices(ctx, projectId, episodes)),
);

async function byPast(
  { tx, organizationId }: TxCtx,
  projectId: string,
  episodes: readonly EpisodeToCost[],
): Promise<ExpectedCost | null> {
  const written = await tx.episode.findMany({
    where: { organizationId, projectId, writer: "model", status: { in: ["READY", "PUBLISHED"] } },
    orderBy: { readyAt: "desc" },
    take: PAST_EPISODES,
    select: { id: true, wordCount: true },
  });
  const costs = await tx.tokenUsage.groupBy({
    by: ["episodeId"],
    where: { organizationId, projectId, episodeId: { in: written.map(({ id }) => id) } },
    _sum: { costNanos: true },
    _count: { _all: true, costNanos: true },
  });
  // A cost that is not known is not zero.
  const known = costs.filter(({ _count }) => _count._all === _count.costNanos);
  const wordsOf = new Map(written.map(({ id, wordCount }) => [id, wordCount ?? 0]));
  const words = known.reduce((sum, { episodeId }) => sum + (wordsOf.get(episodeId ?? "") ?? 0), 0);
  if (words === 0) return null;
  const nanos = known.reduce((sum, { _sum }) => sum + (_sum.costNanos ?? 0n), 0n);
  const each = episodes.map((episode) => (nanos * BigInt(episode.words)) / BigInt(words));
  return { by: "past", episodes: known.length, nanos: each };
}

async function byPrices(
  ctx: TxCtx,
  projectId: string,
  episodes: readonly EpisodeToCost[],
): Promise<ExpectedCost> {
  const purposes = [...new Set(episodes.flatMap(({ calls }) => calls.map(({ purpose }) => purpose)))];
  const chosen = new Map<string, { provider: string; model: string }>();
  for (const purpose of purposes) {
    const [first] = await chooseModel(ctx, { projectId, purpose }).catch((error: unknown) => {
      if (isModelCallError(error, "NO_MODEL")) return [];
      throw error;
    });
    if (first !== undefined) chosen.set(purpose, first);
  }
  const priceOf = await findPrices(ctx, [...chosen.values()]);
  const atMost = ({ purpose, inputTokens, outputTokens }: z.output<typeof CallAtMost>) => {
    const model = chosen.get(purpose);
    const price = model === undefined ? null : priceOf({ ...model, occurredAt: ctx.clock.now() });
    if (price === null) return null;
    const tokens = { uncachedInput: inputTokens, cacheRead: 0, cacheWrite: 0, output: outputTokens };
    return priceCall(tokens, price);
  };
  const priced = episodes.map(({ calls }) => calls.map(atMost));
  if (priced.some((calls) => calls.includes(null))) return { by: "nothing" };
  return {
    by: "worst",
    nanos: priced.map((calls) => calls.reduce<bigint>((sum, nanos) => sum + (nanos ?? 0n), 0n)),
  };
}
