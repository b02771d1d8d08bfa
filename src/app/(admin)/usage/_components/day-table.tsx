import type { UsageSums } from "#domain/usage/get-usage.ts";
import { formatCount } from "#ui/format/format-count.ts";
import { formatDate } from "#ui/format/format-date.ts";
import { formatMoney } from "#ui/format/format-money.ts";
import { zoneCity } from "#ui/format/zone-city.ts";
import { RowHead, Table, Td, Th } from "#ui/table.tsx";
import { tokensRead } from "../say-usage.ts";

interface DayTableProps {
  days: readonly (UsageSums & { date: string; isProvisional: boolean })[];
  zone: string;
}

/** What the chart shows, to be read: the days on which something was used, the latest first. */
export function DayTable({ days, zone }: DayTableProps) {
  const used = days.filter(({ callCount, isProvisional }) => callCount > 0 || isProvisional).toReversed();
  return (
    <Table caption={`Usage by day, ${zoneCity(zone)} days`}>
      <thead>
        <tr>
          <Th>Day</Th>
          <Th number wide>
            Calls
          </Th>
          <Th number>Read</Th>
          <Th number>Written</Th>
          <Th number>Cost</Th>
        </tr>
      </thead>
      <tbody>
        {used.map((day) => (
          <tr key={day.date}>
            <RowHead>
              {formatDate(day.date, "medium")}
              {day.isProvisional ? <span className="text-soft"> · provisional</span> : null}
            </RowHead>
            <Td number wide>
              {formatCount(day.callCount)}
            </Td>
            <Td number>{formatCount(tokensRead(day))}</Td>
            <Td number>{formatCount(day.outputTokens)}</Td>
            <Td number>{formatMoney(day.costNanos)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
