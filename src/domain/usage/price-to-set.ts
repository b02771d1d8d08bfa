import { z } from "zod";
import { ModelName, ProviderName } from "./model-name.ts";
import { parseDollars } from "./parse-dollars.ts";
import type { BucketPrices } from "./price-call.ts";
import { BUILT_IN_MODEL } from "./price-list.ts";

/** A hundred thousand dollars for a million tokens: more is a slip of the hand, and would outgrow the sums. */
const MOST_NANOS = 100_000n * 1_000_000_000n;
const BUCKETS = ["input", "cacheRead", "cacheWrite", "output"] as const;
const FREE: BucketPrices = {
  uncachedInputNanosPerMillion: 0n,
  cacheReadNanosPerMillion: 0n,
  cacheWriteNanosPerMillion: 0n,
  outputNanosPerMillion: 0n,
};

const Typed = z.string("Type a price in dollars.").default("");
const Provider = ProviderName.refine(
  (provider) => provider !== BUILT_IN_MODEL.provider,
  "The built-in writer costs nothing, and that can't be changed.",
);

/**
 * A price as it is typed: dollars for a million tokens in, nano-dollars out. Left empty, the cache costs as input does. A zero is
 * believed only where “it is free” is ticked.
 */
export const PriceToSet = z
  .object({
    provider: Provider,
    model: ModelName,
    input: Typed,
    cacheRead: Typed,
    cacheWrite: Typed,
    output: Typed,
    isFree: z.boolean().default(false),
    /** From this instant on, or from the beginning of a date in the reporting zone. */
    validFrom: z.union([z.literal("now"), z.iso.date()], "Choose the date from which the price holds."),
  })
  .transform(({ isFree, ...price }, context) => {
    const { provider, model, validFrom } = price;
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
      return 0n;
    };
    const read = (bucket: (typeof BUCKETS)[number]): bigint => {
      const amount = parseDollars(price[bucket]);
      if ("problem" in amount) return refuse(bucket, amount.problem);
      if (amount.nanos > MOST_NANOS)
        return refuse(bucket, "$100,000 for a million tokens is the most. Is the point in its place?");
      if (amount.nanos === 0n && !isFree)
        return refuse(bucket, "Zero counts only when “It is free” is ticked. Type the price.");
      if (amount.nanos !== 0n && isFree)
        return refuse(bucket, "You ticked “It is free”. Leave this empty, or take the tick away.");
      return amount.nanos;
    };
    if (isFree) {
      for (const bucket of BUCKETS) if (price[bucket].trim() !== "") read(bucket);
      return { provider, model, validFrom, buckets: FREE };
    }
    const input = read("input");
    const buckets: BucketPrices = {
      uncachedInputNanosPerMillion: input,
      cacheReadNanosPerMillion: price.cacheRead.trim() === "" ? input : read("cacheRead"),
      cacheWriteNanosPerMillion: price.cacheWrite.trim() === "" ? input : read("cacheWrite"),
      outputNanosPerMillion: read("output"),
    };
    return { provider, model, validFrom, buckets };
  });
export type PriceToSet = z.output<typeof PriceToSet>;
