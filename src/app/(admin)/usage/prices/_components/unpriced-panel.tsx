import Link from "next/link";
import { describeProvider } from "#domain/usage/describe-provider.ts";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { formatCount, formatPlural } from "#ui/format/format-count.ts";
import { formatDay } from "#ui/format/format-date.ts";
import { priceAddress } from "../price-address.ts";
import { SettleForm } from "./settle-form.tsx";

interface UnpricedPanelProps {
  rows: readonly {
    provider: string;
    model: string;
    calls: number;
    callsWithPrice: number;
    tokensRead: number;
    tokensWritten: number;
    firstDay: string;
  }[];
  mayEdit: boolean;
}

/** The calls whose cost nobody knows, each model with the way out. */
export function UnpricedPanel({ rows, mayEdit }: UnpricedPanelProps) {
  const calls = rows.reduce((sum, row) => sum + row.calls, 0);
  return (
    <ErrorPanel title={`${formatPlural(calls, "call")} ${calls === 1 ? "has" : "have"} no price`}>
      <p>What they cost is not known, so it is missing from every sum and counts under no ceiling.</p>
      <ul className="mt-3 space-y-3">
        {rows.map(({ provider, model, calls, callsWithPrice, tokensRead, tokensWritten, firstDay }) => (
          <li key={`${provider} ${model}`}>
            <span className="break-all">{model}</span> of {describeProvider(provider)}:{" "}
            {formatPlural(calls, "call")} since {formatDay(firstDay)}, {formatCount(tokensRead)} tokens read
            and {formatCount(tokensWritten)} written.{" "}
            {mayEdit && callsWithPrice < calls ? (
              <Link className="link" href={priceAddress({ provider, model, from: firstDay })}>
                Enter its price
              </Link>
            ) : null}
            {mayEdit && callsWithPrice > 0 ? (
              <SettleForm provider={provider} model={model} calls={callsWithPrice} />
            ) : null}
          </li>
        ))}
      </ul>
    </ErrorPanel>
  );
}
