import { describeProvider } from "#domain/usage/describe-provider.ts";
import type { Trial } from "#domain/usage/try-model.ts";
import { formatCount, formatPlural } from "#ui/format/format-count.ts";
import { formatMoney } from "#ui/format/format-money.ts";

/** What came of trying a model, in two sentences. */
export function sayTrial(trial: Pick<Trial, "provider" | "model" | "answer" | keyof Spent>): string {
  const { provider, model, answer } = trial;
  const seconds = (Number(trial.durationMs) / 1000).toFixed(1);
  const said =
    "sentence" in answer
      ? `: “${answer.sentence}”`
      : ` with a vector of ${formatCount(answer.dimensions)} numbers.`;
  return `${model} of ${describeProvider(provider)} answered in ${seconds} s${said} ${saySpent(trial)}`;
}

type Spent = Pick<Trial, "durationMs" | "tokensRead" | "tokensWritten" | "costNanos">;

function saySpent({ tokensRead, tokensWritten, costNanos }: Spent): string {
  const read = `It read ${formatPlural(Number(tokensRead), "token")} and wrote ${formatCount(Number(tokensWritten))}`;
  if (costNanos === null)
    return `${read}. What that cost is not known: the model has no price. Enter it under Usage, Prices.`;
  return costNanos === 0n ? `${read}, for nothing.` : `${read}, for ${formatMoney(costNanos)}.`;
}
