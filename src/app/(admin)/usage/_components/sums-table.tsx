import Link from "next/link";
import type { ReactNode } from "react";
import type { UsageSums } from "#domain/usage/get-usage.ts";
import { formatCount } from "#ui/format/format-count.ts";
import { RowHead, Table, Td, Th } from "#ui/table.tsx";
import { amountOf, type Measure, sayChange, share, tokensRead } from "../measure.ts";
import { Cost } from "./cost.tsx";

export interface SumsRow extends UsageSums {
  key: string;
  name: string;
  /** Said below the name. */
  under?: ReactNode;
  /** Where the name leads; nowhere where there is nothing more to it. */
  href?: string | null;
  /** The calls behind the row. */
  callsHref: string;
  /** What the same cost in the period before, where that is known. */
  previousCostNanos?: bigint;
}

interface SumsTableProps {
  /** What the rows are. */
  head: string;
  total: UsageSums;
  rows: readonly SumsRow[];
  /** What a share is a share of. */
  measure: Measure;
}

/** One way to divide the whole, with each part's share of it. Each row leads to the calls behind it. */
export function SumsTable({ head, total, rows, measure }: SumsTableProps) {
  const isCompared =
    measure === "cost" && rows.some(({ previousCostNanos }) => previousCostNanos !== undefined);
  return (
    <Table caption={`Usage by ${head.toLowerCase()}`}>
      <colgroup>
        <col />
        {["md:w-16", "md:w-28", "md:w-20", "md:w-24", "md:w-26"].map((width) => (
          <col key={width} className={width} />
        ))}
        {isCompared ? <col className="md:w-22" /> : null}
        <col className="md:w-18 lg:w-36" />
      </colgroup>
      <thead>
        <tr>
          <Th>{head}</Th>
          <Th number>Calls</Th>
          <Th number wide>
            Read
          </Th>
          <Th number wide>
            Cached
          </Th>
          <Th number wide>
            Written
          </Th>
          <Th number>Cost</Th>
          {isCompared ? (
            <Th number wide>
              Change
            </Th>
          ) : null}
          <Th number wide>
            Share
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <RowHead>
              {row.href ? (
                <Link className="link" href={row.href}>
                  {row.name}
                </Link>
              ) : (
                row.name
              )}
              {row.under ? <span className="block text-sm text-soft">{row.under}</span> : null}
            </RowHead>
            <Td number>
              <Link
                className="link"
                href={row.callsHref}
                aria-label={`${formatCount(row.callCount)} calls, ${row.name}`}
              >
                {formatCount(row.callCount)}
              </Link>
            </Td>
            <Td number wide>
              {formatCount(tokensRead(row))}
            </Td>
            <Td number wide>
              {share(row.cacheReadTokens, tokensRead(row))}
            </Td>
            <Td number wide>
              {formatCount(row.outputTokens)}
            </Td>
            <Td number>
              <Cost sums={row} />
            </Td>
            {isCompared ? (
              <Td number wide>
                {sayChange(Number(row.costNanos), Number(row.previousCostNanos ?? 0n)) ??
                  (row.costNanos > 0n ? "new" : "–")}
              </Td>
            ) : null}
            <Td number wide>
              <ShareOf part={amountOf(row, measure)} whole={amountOf(total, measure)} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** A share in percent, and where there is room as a stroke. */
function ShareOf({ part, whole }: { part: number; whole: number }) {
  return (
    <span className="inline-flex items-baseline justify-end gap-2.5">
      <svg
        aria-hidden
        className="h-1 w-16 -translate-y-[3px] overflow-hidden rounded-full bg-line/60 max-lg:hidden"
      >
        <rect width={`${whole === 0 ? 0 : (part / whole) * 100}%`} height="100%" className="fill-soft" />
      </svg>
      <span className="min-w-9">{share(part, whole)}</span>
    </span>
  );
}
