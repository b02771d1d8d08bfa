import type { CeilingAlert } from "#domain/usage/list-ceiling-alerts.ts";
import { formatMoney } from "#ui/format/format-money.ts";

/** Which ceiling it is: `The ceiling of Quay for November`. */
function nameCeiling({ projectTitle, window, startsOn }: CeilingAlert): string {
  const month = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });
  const forWhat = {
    DAY: "for today",
    MONTH: `for ${month.format(new Date(`${startsOn}T00:00:00Z`))}`,
    EPISODE: "for an episode",
  }[window];
  return `The ceiling of ${projectTitle ?? "the whole organisation"} ${forWhat}`;
}

/** How it stands with a ceiling, in a sentence; money for those who may see it. */
export function sayCeilingAlert(alert: CeilingAlert, heldRuns: number): string {
  const { state, percent, isHard, window, money } = alert;
  const figures = money ? ` (${formatMoney(money.spentNanos)} of ${formatMoney(money.ceilingNanos)})` : "";
  const runs = heldRuns === 1 ? "a run" : `${heldRuns} runs`;
  if (window === "EPISODE") return `${nameCeiling(alert)} holds ${runs}.`;
  if (state === "HOLDING") return `${nameCeiling(alert)} holds ${runs}: ${percent} % is used${figures}.`;
  if (state === "NEAR") return `${nameCeiling(alert)} is at ${percent} %${figures}.`;
  const then = isHard ? ": what does not fit waits" : "; it is soft, so nothing waits";
  return `${nameCeiling(alert)} is reached${figures}${then}.`;
}

/** `Ines Martin or Noor Haddad`. */
export function sayWhomToAsk(names: readonly string[]): string {
  const list = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names);
  return `To have it raised, ask ${list || "an administrator"}.`;
}
