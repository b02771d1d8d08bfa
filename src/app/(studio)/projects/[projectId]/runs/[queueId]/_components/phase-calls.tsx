import { describeProvider } from "#domain/usage/describe-provider.ts";
import type { RunCall } from "#domain/usage/list-run-calls.ts";
import { formatCount, formatPlural } from "#ui/format/format-count.ts";
import { formatDuration } from "#ui/format/format-duration.ts";
import { formatMoney } from "#ui/format/format-money.ts";

/** The calls of one phase to a model, one line each, behind their number. */
export function PhaseCalls({ calls }: { calls: readonly RunCall[] }) {
  if (calls.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="text-soft">{formatPlural(calls.length, "model call")}</summary>
      <ul className="mt-1 border-t border-line">
        {calls.map((call) => (
          <li key={call.id} className="border-b border-line py-1.5">
            <span className="text-ink">
              {describeProvider(call.provider)} {call.model}
            </span>{" "}
            · {sayCall(call)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function sayCall(call: RunCall): string {
  const cost = call.costNanos === null ? "no price" : formatMoney(call.costNanos);
  if (call.state === "under way") return `under way, ${call.costNanos === null ? cost : `${cost} set aside`}`;
  return [
    `${formatCount(call.tokensRead)} tokens read, ${formatCount(call.tokensWritten)} written`,
    call.isEstimated ? `${cost} at most, by estimate` : cost,
    call.durationMs === null ? null : formatDuration(call.durationMs),
    call.promptVersion,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}
