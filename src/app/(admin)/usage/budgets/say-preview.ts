import type { previewBudget } from "#domain/usage/preview-budget.ts";
import { formatCount, formatPlural } from "#ui/format/format-count.ts";
import { formatDate } from "#ui/format/format-date.ts";
import { formatMoney } from "#ui/format/format-money.ts";

type Preview = Awaited<ReturnType<typeof previewBudget>>;

const EACH = { DAY: "a day", MONTH: "a month", EPISODE: "an episode" } as const;

/** `$12.50 a month for Quay`. */
export function sayCeiling({
  ceilingNanos,
  window,
  projectTitle,
}: Pick<Preview, "ceilingNanos" | "window" | "projectTitle">): string {
  return `${formatMoney(ceilingNanos)} ${EACH[window]} for ${projectTitle ?? "the whole organisation"}`;
}

/** What the ceiling would have held over the period that was looked at. */
export function sayPreview(preview: Preview): string {
  const { totalNanos, allowedNanos, heldFrom, isHard, window, windows, fullWindows } = preview;
  const period = sayPeriod(preview);
  if (totalNanos === 0n) return `Nothing was spent ${period}, so nothing would have been held.`;
  const money = `${formatMoney(allowedNanos)} of ${formatMoney(totalNanos)}`;
  if (heldFrom === null) return `Nothing would have been held ${period}: all ${formatMoney(totalNanos)} fit.`;
  const from = `from ${formatDate(heldFrom)} on`;
  const days = window === "DAY" ? ` on ${formatCount(fullWindows)} of ${formatPlural(windows, "day")}` : "";
  if (!isHard) {
    return `It would have been reached ${period}${days}, ${from}, and nothing held: a soft ceiling only tells. ${money} lay below it.`;
  }
  return `${period[0]?.toUpperCase()}${period.slice(1)}, ${sayHeld(preview)} would have been held${days}, ${from}; ${money} would have been spent.`;
}

/** What the ceiling means for the window that runs now; null when it leaves room. */
export function sayPresent({ spentNanos, ceilingNanos, window, isHard }: Preview): string | null {
  if (window === "EPISODE" || spentNanos < ceilingNanos) return null;
  const now = window === "DAY" ? "Today" : "This month";
  const holds = isHard ? "every call to a model would wait from now on" : "it is reached at once";
  return `${now} has cost ${formatMoney(spentNanos)} already: ${holds}.`;
}

function sayHeld({ heldEpisodes }: Preview): string {
  return heldEpisodes === 0 ? "no episode, but other calls" : formatPlural(heldEpisodes, "episode");
}

/** `in October 2026`, or from its first to its last day while the month runs. */
function sayPeriod({ from, until }: Preview): string {
  const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
  const name = month.format(new Date(`${from}T00:00:00Z`));
  const isWhole = new Date(Date.parse(`${until}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;
  return isWhole ? `in ${name}` : `in ${name} so far`;
}
