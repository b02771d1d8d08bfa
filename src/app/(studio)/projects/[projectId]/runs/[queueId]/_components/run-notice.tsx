import Link from "next/link";
import type { ReactNode } from "react";
import type { QueueStatus } from "#domain/schedule/states.ts";
import { formatInstant } from "#ui/format/format-instant.ts";
import { formatMoney } from "#ui/format/format-money.ts";

interface RunNoticeProps {
  run: {
    status: QueueStatus;
    reason: string | null;
    cancelRequestedAt: Date | null;
    holdKind: "BUDGET" | "PRICE" | null;
    heldForNanos: bigint | null;
    waitingSince: Date | null;
  };
  zone: string;
  mayManageMoney: boolean;
}

/** Why the run stands where it stands, and what can be done about it; nothing where there is nothing to say. */
export function RunNotice({ run, zone, mayManageMoney }: RunNoticeProps) {
  if (run.status === "GENERATING" && run.cancelRequestedAt) {
    return (
      <Notice>
        It is stopping: a call under way is broken off within seconds. What it has cost until then stays in
        the ledger.
      </Notice>
    );
  }
  if (!run.reason) return null;
  return (
    <Notice>
      <p>{run.reason}</p>
      {run.status === "HELD" ? <p className="mt-1.5">{whatToDo(run, mayManageMoney)}</p> : null}
      {run.status === "RETRYING" && run.waitingSince ? (
        <p className="mt-1.5">
          It has waited for its model since {formatInstant(run.waitingSince, zone)}, and tries by itself. Such
          attempts are not counted; after a day it gives up.
        </p>
      ) : null}
    </Notice>
  );
}

function Notice({ children }: { children: ReactNode }) {
  return <div className="mb-6 max-w-[70ch] border-l-2 border-warn bg-sunk px-4 py-3">{children}</div>;
}

function whatToDo({ holdKind, heldForNanos }: RunNoticeProps["run"], mayManageMoney: boolean): ReactNode {
  if (holdKind === "BUDGET") {
    const next = heldForNanos === null ? "" : ` Its next call may cost up to ${formatMoney(heldForNanos)}.`;
    return (
      <>
        {next} It goes on by itself when the day or the month turns, or as soon as the ceiling is raised.{" "}
        {mayManageMoney ? (
          <TextLink href="/usage/budgets">Look at the budgets</TextLink>
        ) : (
          "Administrators can raise it."
        )}
      </>
    );
  }
  if (holdKind === "PRICE") {
    return (
      <>
        It goes on by itself as soon as its model has a price.{" "}
        {mayManageMoney ? (
          <TextLink href="/usage/prices">Enter the price</TextLink>
        ) : (
          "Administrators can enter it."
        )}
      </>
    );
  }
  return "Try it again once the reason is gone, or cancel it.";
}

function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="link" href={href}>
      {children}
    </Link>
  );
}
