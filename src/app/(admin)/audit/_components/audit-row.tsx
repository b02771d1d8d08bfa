import Link from "next/link";
import { describeDevice } from "#domain/people/describe-device.ts";
import { describePlace } from "#domain/people/describe-place.ts";
import type { AuditLine } from "#domain/people/list-audit-log.ts";
import { formatCount } from "#ui/format/format-count.ts";
import { When } from "#ui/when.tsx";
import { diffAudit } from "../diff-audit.ts";

interface AuditRowProps {
  line: AuditLine;
  zone: string;
  now: Date;
  /** The page with the rows of this person alone. */
  whoHref: string;
}

/** One row of the log as a sentence, with what it changed below, and when and from where. */
export function AuditRow({ line, zone, now, whoHref }: AuditRowProps) {
  const { who, says, target, address, userAgent } = line;
  const changes = diffAudit(line.before, line.after);
  const href = hrefOf(target.link);
  return (
    <li className="border-b border-line py-3.5">
      <p className="break-words">
        <Link className="font-medium text-ink no-underline hover:underline" href={whoHref}>
          {sayWho(who)}
        </Link>{" "}
        {says}
        {target.name ? (
          <>
            :{" "}
            {href ? (
              <Link className="link" href={href}>
                {target.name}
              </Link>
            ) : (
              target.name
            )}
          </>
        ) : null}
      </p>
      {changes.length > 0 ? (
        <dl className="mt-1.5 space-y-0.5 text-sm">
          {changes.map(({ field, before, after }) => (
            <div key={field} className="flex flex-wrap gap-x-2">
              <dt className="text-soft">{field}</dt>
              <dd className="min-w-0 break-words">
                {before !== null ? <del className="text-soft">{before}</del> : null}
                {before !== null && after !== null ? <span className="text-soft"> → </span> : null}
                {after !== null ? <ins className="no-underline">{after}</ins> : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="mt-1.5 text-sm text-soft">
        <When at={line.occurredAt} zone={zone} /> (<When at={line.occurredAt} zone={zone} now={now} />)
        {address ? (
          <>
            {" "}
            · {address}, {describePlace(address)}
          </>
        ) : null}
        {userAgent ? <> · {describeDevice(userAgent)}</> : null}
        {" · "}row {formatCount(Number(line.sequence))}
      </p>
    </li>
  );
}

function sayWho({ kind, name }: AuditLine["who"]): string {
  if (kind === "SYSTEM") return `Episodic itself (${name})`;
  const said = kind === "API_KEY" ? `the key ${name}` : name;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

function hrefOf(link: AuditLine["target"]["link"]): string | null {
  switch (link?.to) {
    case "project":
      return `/projects/${link.id}`;
    case "source":
      return `/projects/${link.projectId}/sources/${link.id}`;
    case "run":
      return `/projects/${link.projectId}/runs/${link.id}`;
    case "member":
      return `/members/${link.id}`;
    case "members":
    case "settings":
      return `/${link.to}`;
    default:
      return null;
  }
}
