import { describeProvider } from "#domain/usage/describe-provider.ts";
import type { RunCall } from "#domain/usage/list-run-calls.ts";
import type { listRunUsage } from "#domain/usage/list-run-usage.ts";
import { formatCount, formatPlural } from "#ui/format/format-count.ts";
import { formatMoney } from "#ui/format/format-money.ts";
import { Stat, Stats } from "#ui/stat.tsx";
import { sayCost } from "../say-cost.ts";

interface RunFiguresProps {
  run: { writer: string; attempts: number };
  usage: Awaited<ReturnType<typeof listRunUsage>>;
  calls: readonly RunCall[];
  /** In words, while it is being written. */
  left: string | null;
}

/** The run in four figures: time left, tokens and cost so far, and who writes. */
export function RunFigures({ run, usage, calls, left }: RunFiguresProps) {
  const read = usage.reduce((sum, { tokensRead }) => sum + tokensRead, 0);
  const written = usage.reduce((sum, { tokensWritten }) => sum + tokensWritten, 0);
  const spent = {
    costNanos: usage.reduce((sum, { costNanos }) => sum + costNanos, 0n),
    unpricedCount: usage.reduce((sum, { unpricedCount }) => sum + unpricedCount, 0),
  };
  const underWay = calls.filter(({ state }) => state === "under way");
  const setAside = underWay.reduce((sum, { costNanos }) => sum + (costNanos ?? 0n), 0n);
  const models = [...new Set(calls.map(({ provider, model }) => `${describeProvider(provider)} ${model}`))];
  return (
    <Stats>
      <Stat
        label={left ? "Time left" : "Attempts"}
        value={left ? left.replace(/ left$/, "") : formatCount(run.attempts)}
        note={left ? "By what earlier episodes took" : undefined}
      />
      <Stat
        label="Tokens so far"
        value={formatCount(read + written)}
        note={`${formatCount(written)} written`}
      />
      <Stat
        label="Cost so far"
        value={sayCost(spent) ?? formatMoney(0n)}
        note={
          underWay.length > 0
            ? `${formatMoney(setAside)} set aside for ${formatPlural(underWay.length, "call")} under way`
            : undefined
        }
      />
      <Stat
        label="Written by"
        value={run.writer === "built-in" ? "Built in" : "A model"}
        note={models.length > 0 ? models.join(", ") : "No model is called"}
      />
    </Stats>
  );
}
