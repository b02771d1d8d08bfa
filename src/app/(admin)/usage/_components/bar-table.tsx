import Link from "next/link";
import { formatCount } from "#ui/format/format-count.ts";
import { zoneCity } from "#ui/format/zone-city.ts";
import { RowHead, Table, Td, Th } from "#ui/table.tsx";
import type { UsageBar } from "../group-days.ts";
import { tokensRead } from "../measure.ts";
import { Cost } from "./cost.tsx";

interface BarTableProps {
  unit: "day" | "month";
  bars: readonly UsageBar[];
  zone: string;
  callsHref: (bar: UsageBar) => string;
}

/** What the chart shows, to be read: the days or months in which something was used, the latest first. */
export function BarTable({ unit, bars, zone, callsHref }: BarTableProps) {
  const used = bars.filter(({ callCount, isProvisional }) => callCount > 0 || isProvisional).toReversed();
  return (
    <Table caption={`Usage by ${unit}, ${zoneCity(zone)} days`}>
      <thead>
        <tr>
          <Th>{unit === "day" ? "Day" : "Month"}</Th>
          <Th number>Calls</Th>
          <Th number wide>
            Read
          </Th>
          <Th number wide>
            Written
          </Th>
          <Th number>Cost</Th>
        </tr>
      </thead>
      <tbody>
        {used.map((bar) => (
          <tr key={bar.from}>
            <RowHead>
              {bar.title}
              {bar.isProvisional ? <span className="text-soft"> · provisional</span> : null}
            </RowHead>
            <Td number>
              <Link
                className="link"
                href={callsHref(bar)}
                aria-label={`${formatCount(bar.callCount)} calls, ${bar.title}`}
              >
                {formatCount(bar.callCount)}
              </Link>
            </Td>
            <Td number wide>
              {formatCount(tokensRead(bar))}
            </Td>
            <Td number wide>
              {formatCount(bar.outputTokens)}
            </Td>
            <Td number>
              <Cost sums={bar} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
