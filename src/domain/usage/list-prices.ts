import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import type { BucketPrices } from "./price-call.ts";
import { PRICE_LIST } from "./price-list.ts";

/** A price as pages show it. */
export interface PriceRow extends BucketPrices {
  id: string;
  provider: string;
  model: string;
  validFrom: Date;
  /** The organization's own, which goes before the maintained list. */
  isOwn: boolean;
  /** What a call that is made now is priced by. */
  isCurrent: boolean;
  note: string | null;
  isEmbedding: boolean;
}

/** Every price that can apply to the organization's calls: its own first, then the maintained list; each by model, the newest first. */
export const listPrices = query(
  { needs: "usage.read", input: z.object({}) },
  async ({ tx, organizationId, clock }): Promise<PriceRow[]> => {
    const now = clock.now();
    const rows = await tx.modelPrice.findMany({
      where: { OR: [{ organizationId }, { organizationId: null }] },
      orderBy: [
        { organizationId: { sort: "asc", nulls: "last" } },
        { provider: "asc" },
        { model: "asc" },
        { validFrom: "desc" },
      ],
      omit: { createdAt: true },
    });
    const current = new Map<string, string>();
    for (const row of rows) {
      const key = `${row.provider} ${row.model}`;
      if (row.validFrom <= now && !current.has(key)) current.set(key, row.id);
    }
    return rows.map(({ organizationId: owner, ...row }) => {
      const listed = owner === null ? findListed(row) : undefined;
      return {
        ...row,
        isOwn: owner !== null,
        isCurrent: current.get(`${row.provider} ${row.model}`) === row.id,
        note: listed?.note ?? null,
        isEmbedding: listed?.isEmbedding ?? false,
      };
    });
  },
);

function findListed({ provider, model, validFrom }: { provider: string; model: string; validFrom: Date }) {
  return PRICE_LIST.find(
    (price) =>
      price.provider === provider &&
      price.model === model &&
      price.validFrom.getTime() === validFrom.getTime(),
  );
}
