import Link from "next/link";
import type { UsageCallLine } from "#domain/usage/list-calls.ts";
import { formatCount, formatPlural } from "#ui/format/format-count.ts";
import { formatDate } from "#ui/format/format-date.ts";
import { formatPrice } from "#ui/format/format-money.ts";
import { RowHead, Table, Td, Th } from "#ui/table.tsx";
import { priceLines, sayMillionths } from "../price-lines.ts";

interface CallSumProps {
  call: UsageCallLine;
  zone: string;
}

/** How the cost of a call comes about: each bucket times its price, and their sum. */
export function CallSum({ call, zone }: CallSumProps) {
  const { lines, tokens, costMillionths } = priceLines(call);
  const isRounded = costMillionths !== null && costMillionths % 1_000_000n !== 0n;
  return (
    <>
      <Table caption="Buckets, prices and their sum">
        <thead>
          <tr>
            <Th>Bucket</Th>
            <Th number>Tokens</Th>
            <Th number>A million</Th>
            <Th number>Cost</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.bucket}>
              <RowHead>{line.bucket}</RowHead>
              <Td number>{formatCount(line.tokens)}</Td>
              <Td number>{line.nanosPerMillion === null ? "–" : formatPrice(line.nanosPerMillion)}</Td>
              <Td number>{line.costMillionths === null ? "–" : sayMillionths(line.costMillionths)}</Td>
            </tr>
          ))}
        </tbody>
        <tfoot className="font-medium">
          <tr>
            <RowHead>
              <span className="font-medium">Together</span>
            </RowHead>
            <Td number>{formatCount(tokens)}</Td>
            <Td />
            <Td number>{call.costNanos === null ? "not known" : formatPrice(call.costNanos)}</Td>
          </tr>
        </tfoot>
      </Table>
      <div className="mt-4 max-w-[70ch] space-y-2 text-sm text-soft">
        {isRounded ? (
          <p>
            The lines come to {sayMillionths(costMillionths)}; the billionth of a dollar that is begun is
            counted whole.
          </p>
        ) : null}
        {call.reasoningTokens > 0 ? (
          <p>
            {formatPlural(call.reasoningTokens, "token")} of the output were reasoning; they are priced as
            output.
          </p>
        ) : null}
        {call.price ? (
          <p>
            Priced by {call.price.isOwn ? "your organisation’s own price" : "the maintained list"}, as it
            holds from{" "}
            {formatDate(call.price.validFrom.toLocaleDateString("sv-SE", { timeZone: zone }), "medium")} on.
          </p>
        ) : (
          <p className="text-bad">
            The model has no price, so what this cost is not known.{" "}
            <Link className="link" href="/usage/prices">
              Enter its price
            </Link>
          </p>
        )}
        <p>{SETTLEMENTS[call.settlement]}</p>
      </div>
    </>
  );
}

const SETTLEMENTS = {
  EXACT: "Exact: these are the tokens that the provider reported.",
  ESTIMATED:
    "Estimated: nobody came back to say what was used, or what was said could not be. So the most that it could have been is counted.",
};
