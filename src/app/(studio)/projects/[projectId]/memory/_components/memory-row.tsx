import { Pin } from "lucide-react";
import Link from "next/link";
import { KIND_WORDS, lastDateOf, sayImportance } from "#app/(studio)/_components/say-memory.ts";
import type { MemoryPage } from "#domain/planning/list-memories.ts";
import { formatPlural } from "#ui/format/format-count.ts";
import { formatDate } from "#ui/format/format-date.ts";
import { Pill } from "#ui/pill.tsx";
import { When } from "#ui/when.tsx";
import { CameFrom } from "./came-from.tsx";
import { OneAct } from "./one-act.tsx";
import { WhichStands } from "./which-stands.tsx";

interface MemoryRowProps {
  projectId: string;
  memory: MemoryPage["memories"][number];
  /** What can be done with the row; nothing where it is only shown. */
  canChoose: boolean;
  /** In which dates of the project are meant. */
  zone: string;
  now: Date;
}

/** One memory of a list: what is remembered, of what weight, where it was learnt, how long it holds and what used it. */
export function MemoryRow({ projectId, memory, canChoose, zone, now }: MemoryRowProps) {
  const { id, revision, text, status, isPinned, kind, importance, provenance, contradicts, uses } = memory;
  return (
    <li className="flex gap-3 border-b border-line py-3 has-[input[name=memories]:checked]:bg-accent-wash">
      {canChoose ? (
        <>
          <input type="hidden" name={`revision.${id}`} value={revision} />
          <input
            type="checkbox"
            name="memories"
            value={id}
            aria-label={`Choose: ${text.slice(0, 80)}`}
            className="mt-1 ml-0.5 size-4 shrink-0"
          />
        </>
      ) : null}
      <div className="min-w-0 grow space-y-1">
        <p dir="auto" className="line-clamp-4 max-w-[70ch] break-words whitespace-pre-line">
          <Link
            href={`/projects/${projectId}/memory/${id}`}
            prefetch={false}
            className="no-underline hover:underline"
          >
            {text}
          </Link>
        </p>
        <p className="text-sm text-soft">
          {isPinned ? (
            <span className="mr-1.5 text-ink">
              <Pin aria-hidden className="mr-1 inline size-3.5 -translate-y-px" />
              Pinned ·
            </span>
          ) : null}
          {KIND_WORDS[kind]} · {sayImportance(importance)} ·{" "}
          <CameFrom projectId={projectId} provenance={provenance} />,{" "}
          <When at={memory.createdAt} zone={zone} now={now} /> ·{" "}
          {uses === 0 ? "not used yet" : `used in ${formatPlural(uses, "brief")}`}
        </p>
        <Validity memory={memory} zone={zone} />
        {status === "PROPOSED" && contradicts ? (
          <WhichStands projectId={projectId} memoryId={id} other={contradicts} canChoose={canChoose} />
        ) : null}
        {canChoose ? <OneAct memory={memory} /> : null}
      </div>
    </li>
  );
}

function Validity({ memory, zone }: Pick<MemoryRowProps, "memory" | "zone">) {
  const { validUntil, isExpired } = memory;
  if (!validUntil) return null;
  const date = formatDate(lastDateOf(validUntil, zone), "medium");
  return isExpired ? (
    <Pill tone="warn">Held until {date}; not used any more</Pill>
  ) : (
    <Pill>Until {date}</Pill>
  );
}
