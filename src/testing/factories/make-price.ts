import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { Prisma } from "#platform/db/generated/client.ts";

type PriceOverrides = Partial<Omit<Prisma.ModelPriceUncheckedCreateInput, "organizationId">>;

/** A price of the organization's own: three dollars for a million tokens in, fifteen out, the cache as usual. */
export async function makePrice(ctx: Ctx, overrides: PriceOverrides = {}) {
  return inOrganization(ctx, ({ tx, organizationId }) =>
    tx.modelPrice.create({
      data: {
        organizationId,
        provider: "test",
        model: "small",
        validFrom: new Date("2000-01-01T00:00:00Z"),
        uncachedInputNanosPerMillion: 3_000_000_000n,
        cacheReadNanosPerMillion: 300_000_000n,
        cacheWriteNanosPerMillion: 3_750_000_000n,
        outputNanosPerMillion: 15_000_000_000n,
        ...overrides,
      },
    }),
  );
}
