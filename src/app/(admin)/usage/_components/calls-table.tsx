import Link from "next/link";
import type { UsageCallLine } from "#domain/usage/list-calls.ts";
import { formatCount } from "#ui/format/format-count.ts";
import { formatInstant, formatTime } from "#ui/format/format-instant.ts";
import { formatMoney } from "#ui/format/format-money.ts";
import { zoneCity } from "#ui/format/zone-city.ts";
import { RowHead, Table, Td, Th } from "#ui/table.tsx";
import { sayPeriod } from "../chosen-period.ts";

interface CallsTableProps {
  calls: readonly UsageCallLine[];
  zone: string;
  today: string;
}

/** Calls, the newest first; each leads to all that is known of it. */
export function CallsTable({ calls, zone, today }: CallsTableProps) {
  return (
    <Table caption={`Calls, the newest first, ${zoneCity(zone)} time`}>
      <thead>
        <tr>
          <Th>When</Th>
          <Th>What for</Th>
          <Th wide>Model</Th>
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
        {calls.map((call) => (
          <tr key={call.id}>
            <RowHead>
              <Link className="link whitespace-nowrap" href={`/usage/calls/${call.id}`}>
                <time
                  dateTime={call.occurredAt.toISOString()}
                  title={formatInstant(call.occurredAt, zone, "exact")}
                >
                  {sayInstant(call.occurredAt, zone, today)}
                </time>
              </Link>
            </RowHead>
            <Td>
              {call.label}
              {call.project ? (
                <span className="block text-sm text-soft">
                  {[call.project.title, call.episode?.title].filter(Boolean).join(" · ")}
                </span>
              ) : null}
            </Td>
            <Td wide>{call.model}</Td>
            <Td number wide>
              {formatCount(call.uncachedInputTokens + call.cacheReadTokens + call.cacheWriteTokens)}
            </Td>
            <Td number wide>
              {formatCount(call.outputTokens)}
            </Td>
            <Td number>
              <CallCost call={call} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What a call cost, and what of it is not certain. */
function CallCost({ call: { costNanos, settlement } }: { call: UsageCallLine }) {
  if (costNanos === null) return <span className="text-bad">no price</span>;
  return (
    <>
      {formatMoney(costNanos)}
      {settlement === "ESTIMATED" ? <span className="block text-sm text-warn">at most</span> : null}
    </>
  );
}

/** `21 Nov, 15:55:03`; the zone stands in the caption and the title. */
function sayInstant(at: Date, zone: string, today: string): string {
  const date = at.toLocaleDateString("sv-SE", { timeZone: zone });
  return `${sayPeriod({ from: date, until: date }, today)}, ${formatTime(at, zone, true)}`;
}
