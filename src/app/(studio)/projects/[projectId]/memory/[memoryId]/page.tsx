import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { KIND_WORDS, lastDateOf, sayImportance } from "#app/(studio)/_components/say-memory.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
import { getMemory } from "#domain/planning/get-memory.ts";
import { formatDate } from "#ui/format/format-date.ts";
import { When } from "#ui/when.tsx";
import { CameFrom } from "../_components/came-from.tsx";
import { ChangeMemoryForm } from "../_components/change-memory-form.tsx";
import { ForgetForm } from "../_components/forget-form.tsx";
import { MemoriesForm } from "../_components/memories-form.tsx";
import { OneAct } from "../_components/one-act.tsx";
import { WhichStands } from "../_components/which-stands.tsx";
import { forgetAddress } from "../memory-address.ts";
import { sayDirective } from "../say-directive.ts";
import { OtherMemories } from "./_components/other-memories.tsx";
import { UsedIn } from "./_components/used-in.tsx";

export const metadata: Metadata = { title: "One memory" };

interface OneMemoryPageProps {
  params: Promise<{ projectId: string; memoryId: string }>;
}

/** One memory: where it was learnt, what it superseded, what it is for, and every brief that it was in. */
export default async function OneMemoryPage({ params }: OneMemoryPageProps) {
  const { projectId, memoryId } = await params;
  const { ctx, organization, person } = await requireSignedIn();
  const memory = await orNotFound(getMemory(ctx, { memoryId }));
  if (memory.projectId !== projectId) notFound();
  const { kind, status, text, importance, provenance, validUntil, directive, changed, isExpired } = memory;
  const zone = person.timeZone ?? organization.reportingZone;
  const canEdit = may(ctx.actor, "memory.edit");
  const isOpen = status === "ACTIVE" || status === "PROPOSED";
  const lastDate = validUntil ? lastDateOf(validUntil, memory.zone) : null;
  const facts: Fact[] = [
    ["State", isExpired && status === "ACTIVE" ? "Expired" : STATES[status]],
    ["Kind", KIND_WORDS[kind]],
    ["Importance", sayImportance(importance)],
    ["Learnt", <CameFrom key="from" projectId={projectId} provenance={provenance} />],
    ["On", <When key="at" at={memory.createdAt} zone={zone} />],
    ["Holds", lastDate ? `until ${formatDate(lastDate, "medium")}` : "for ever"],
    ["For a writer", directive ? sayDirective(directive) : "something to know; nothing to do"],
    ...fact("Changed", changed && <Changed key="changed" {...changed} zone={zone} />),
  ];
  const occasion = forgetAddress(projectId, provenance);
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0 space-y-8">
        <div>
          <p className="mb-2 text-sm">
            <Link className="link" href={`/projects/${projectId}/memory`}>
              All memories
            </Link>
          </p>
          <h2 dir="auto" className="title text-xl break-words whitespace-pre-line">
            {text}
          </h2>
          <MemoriesForm projectId={projectId} acts={[]}>
            <input type="hidden" name={`revision.${memory.id}`} value={memory.revision} />
            <div className="mt-3 space-y-3">
              {status === "PROPOSED" && memory.contradicts ? (
                <WhichStands
                  projectId={projectId}
                  memoryId={memory.id}
                  other={memory.contradicts}
                  canChoose={canEdit}
                />
              ) : null}
              {canEdit ? <OneAct memory={memory} /> : null}
            </div>
          </MemoriesForm>
        </div>
        {canEdit && isOpen && kind !== "COVERED_TOPIC" ? (
          <section aria-labelledby="change">
            <h3 id="change" className="mb-3 font-medium">
              Change it
            </h3>
            <ChangeMemoryForm
              // What somebody else has saved meanwhile is a new form.
              key={memory.revision}
              memoryId={memory.id}
              revision={memory.revision}
              memory={{ kind, text, importance, validUntil: lastDate ?? "" }}
            />
          </section>
        ) : null}
        <UsedIn projectId={projectId} usedIn={memory.usedIn} zone={zone} />
      </div>
      <aside className="space-y-8">
        <dl className="grid grid-cols-[7rem_1fr] gap-y-1.5">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-soft">{name}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ))}
        </dl>
        <OtherMemories
          projectId={projectId}
          title="Superseded by"
          memories={memory.supersededBy ? [memory.supersededBy] : []}
        />
        <OtherMemories projectId={projectId} title="Took the place of" memories={memory.supersedes} />
        <OtherMemories
          projectId={projectId}
          title="Says otherwise than"
          memories={memory.contradicts ? [memory.contradicts] : []}
        />
        <OtherMemories projectId={projectId} title="Proposed against it" memories={memory.contradictedBy} />
        {canEdit && status !== "FORGOTTEN" ? (
          <section aria-labelledby="forget" className="space-y-3">
            <h3 id="forget" className="font-medium">
              Forget
            </h3>
            <p className="text-soft">
              No brief from now on holds it; episodes that used it keep their text. For 30 days it can be
              taken back.
            </p>
            <ForgetForm projectId={projectId} memoryId={memory.id} revision={memory.revision} />
            {occasion ? (
              <p>
                <Link className="link" href={occasion}>
                  Forget everything that came from there…
                </Link>
              </p>
            ) : null}
          </section>
        ) : null}
      </aside>
    </div>
  );
}

const STATES = {
  PROPOSED: "Proposed: not used before an editor approves it",
  ACTIVE: "Holds",
  SUPERSEDED: "Superseded",
  FORGOTTEN: "Forgotten",
} as const;

type Fact = readonly [name: string, value: ReactNode];

function fact(name: string, value: ReactNode): Fact[] {
  return value === null ? [] : [[name, value]];
}

function Changed({ at, by, zone }: { at: Date; by: string | null; zone: string }) {
  return (
    <>
      <When at={at} zone={zone} /> by {by ?? "Episodic"}
    </>
  );
}
