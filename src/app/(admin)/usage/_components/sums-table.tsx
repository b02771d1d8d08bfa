import Link from "next/link";
import type { UsageSums } from "#domain/usage/get-usage.ts";
import { formatCount } from "#ui/format/format-count.ts";
import { formatMoney } from "#ui/format/format-money.ts";
import { RowHead, Table, Td, Th } from "#ui/table.tsx";
import { share, tokensOf, tokensRead } from "../say-usage.ts";

interface SumsTableProps {
  /** What the rows are. */
  head: string;
  total: UsageSums;
  rows: readonly (UsageSums & { key: string; name: string; href: string | null })[];
}

/** One way to divide the whole, with each part's share of it. */
export function SumsTable({ head, total, rows }: SumsTableProps) {
  return (
    <Table caption={`Usage by ${head.toLowerCase()}`}>
      <thead>
        <tr>
          <Th>{head}</Th>
          <Th number wide>
            Calls
          </Th>
          <Th number wide>
            Read
          </Th>
          <Th number>Written</Th>
          <Th number>Cost</Th>
          <Th number>Share</Th>
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
            </RowHead>
            <Td number wide>
              {formatCount(row.callCount)}
            </Td>
            <Td number wide>
              {formatCount(tokensRead(row))}
            </Td>
            <Td number>{formatCount(row.outputTokens)}</Td>
            <Td number>{formatMoney(row.costNanos)}</Td>
            <Td number>{share(tokensOf(row), tokensOf(total))}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
