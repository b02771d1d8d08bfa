import Link from "next/link";
import { describeProvider } from "#domain/usage/describe-provider.ts";
import type { PriceRow } from "#domain/usage/list-prices.ts";
import { formatDate } from "#ui/format/format-date.ts";
import { formatInstant } from "#ui/format/format-instant.ts";
import { formatPrice } from "#ui/format/format-money.ts";
import { Pill } from "#ui/pill.tsx";
import { RowHead, Table, Td, Th } from "#ui/table.tsx";
import { priceAddress } from "../price-address.ts";

interface PriceTableProps {
  caption: string;
  rows: readonly PriceRow[];
  zone: string;
  now: Date;
  /** Offers to enter a price of one's own for each model. */
  mayEdit: boolean;
  /** Names the provider in each row; left out where a heading does. */
  namesProvider?: boolean;
}

/** Prices for a million tokens, each with the instant from which it holds. */
export function PriceTable({ caption, rows, zone, now, mayEdit, namesProvider = false }: PriceTableProps) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>Model</Th>
          <Th wide>From</Th>
          <Th number>Input</Th>
          <Th number wide>
            Cache read
          </Th>
          <Th number wide>
            Cache write
          </Th>
          <Th number>Output</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <RowHead>
              <span className="break-all">{row.model}</span>
              {namesProvider ? <span className="text-soft"> of {describeProvider(row.provider)}</span> : null}
              {row.isEmbedding ? <span className="text-soft"> · embeddings</span> : null}
              <span className="block">
                <State row={row} now={now} />
              </span>
              {row.note ? <span className="block max-w-[52ch] text-sm text-soft">{row.note}</span> : null}
              {mayEdit && !row.isOwn && row.isCurrent && row.provider !== "episodic" ? (
                <Link className="link text-sm" href={priceAddress(row)}>
                  Enter your own<span className="sr-only"> price of {row.model}</span>
                </Link>
              ) : null}
            </RowHead>
            <Td wide>
              <time
                dateTime={row.validFrom.toISOString()}
                title={formatInstant(row.validFrom, zone, "exact")}
              >
                {formatDate(row.validFrom.toLocaleDateString("sv-SE", { timeZone: zone }), "medium")}
              </time>
            </Td>
            <Td number>{formatPrice(row.uncachedInputNanosPerMillion)}</Td>
            <Td number wide>
              {row.isEmbedding ? "–" : formatPrice(row.cacheReadNanosPerMillion)}
            </Td>
            <Td number wide>
              {row.isEmbedding ? "–" : formatPrice(row.cacheWriteNanosPerMillion)}
            </Td>
            <Td number>{row.isEmbedding ? "–" : formatPrice(row.outputNanosPerMillion)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function State({ row, now }: { row: PriceRow; now: Date }) {
  if (row.isCurrent) return row.isOwn ? <Pill tone="good">holds now</Pill> : null;
  if (row.validFrom > now) return <Pill tone="warn">announced</Pill>;
  return <Pill>{row.isOwn ? "no longer" : "not used: another holds"}</Pill>;
}
