import Link from "next/link";
import { budgetAddress } from "#app/(admin)/usage/budgets/budget-address.ts";
import type { CeilingAlert, listCeilingAlerts } from "#domain/usage/list-ceiling-alerts.ts";
import { Pill } from "#ui/pill.tsx";
import { sayCeilingAlert, sayWhomToAsk } from "./say-ceiling.ts";

export type Ceilings = Awaited<ReturnType<typeof listCeilingAlerts>>;

const TONES = { NEAR: "warn", REACHED: "bad", HOLDING: "bad" } as const;
const WORDS = { NEAR: "Near its ceiling", REACHED: "Ceiling reached", HOLDING: "Held by a ceiling" } as const;

/** The ceilings that somebody should know of, with the way to raise them, or whom to ask. */
export function CeilingAlerts({ alerts, heldBy, mayRaise, askOf }: Ceilings) {
  const holds = (id: string) => [...heldBy.values()].filter((by) => by.some((one) => one.id === id)).length;
  return alerts.map((alert) => (
    <li key={alert.id} className="border-b border-line py-3">
      <Pill tone={TONES[alert.state]}>{WORDS[alert.state]}</Pill>
      <p className="max-w-[65ch]">
        {sayCeilingAlert(alert, holds(alert.id))} <Raise alert={alert} mayRaise={mayRaise} askOf={askOf} />
      </p>
    </li>
  ));
}

interface RaiseProps extends Pick<Ceilings, "mayRaise" | "askOf"> {
  alert: CeilingAlert;
}

function Raise({ alert, mayRaise, askOf }: RaiseProps) {
  if (!mayRaise || !alert.money) return <span className="text-soft">{sayWhomToAsk(askOf)}</span>;
  return (
    <Link className="link" href={budgetAddress({ ...alert, ceilingNanos: alert.money.ceilingNanos })}>
      Raise it
    </Link>
  );
}
