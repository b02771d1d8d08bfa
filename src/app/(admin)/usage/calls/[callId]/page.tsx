import type { Metadata } from "next";
import Link from "next/link";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { describeProvider } from "#domain/usage/describe-provider.ts";
import { getCall } from "#domain/usage/get-call.ts";
import { formatDuration } from "#ui/format/format-duration.ts";
import { formatInstant } from "#ui/format/format-instant.ts";
import { Section } from "#ui/page-header.tsx";
import { When } from "#ui/when.tsx";
import { CallSum } from "../../_components/call-sum.tsx";
import { Fact, Facts } from "../../_components/facts.tsx";

export const metadata: Metadata = { title: "Call" };

/** One call: what it was for, what it used, and how its cost comes about. */
export default async function CallPage({ params }: { params: Promise<{ callId: string }> }) {
  const { callId } = await params;
  const { ctx, organization } = await requireSignedIn();
  const zone = organization.reportingZone;
  const call = await orNotFound(getCall(ctx, { callId }));
  const { project, episode, run, person } = call;
  const isLate = call.recordedAt.getTime() - call.occurredAt.getTime() > LATE_MS;
  return (
    <div className="max-w-3xl">
      <p className="mb-1 text-sm text-soft">
        <Link className="link" href="/usage/calls">
          Calls
        </Link>
      </p>
      <h2 className="title mb-6 text-xl">
        {call.label}
        {episode?.title ? ` “${episode.title}”` : ""}
      </h2>
      <Section title="What it cost">
        <CallSum call={call} zone={zone} />
      </Section>
      <Section title="What it was">
        <Facts>
          <Fact name="When">
            <When at={call.occurredAt} zone={zone} /> (
            <When at={call.occurredAt} zone={zone} now={ctx.clock.now()} />)
          </Fact>
          {isLate ? (
            <Fact name="Reported">
              {formatInstant(call.recordedAt, zone)}, late; its day was counted again
            </Fact>
          ) : null}
          <Fact name="Took">
            {call.durationMs === null ? "not measured" : formatDuration(call.durationMs)}
          </Fact>
          <Fact name="Model">
            {call.model}, {describeProvider(call.provider)}
          </Fact>
          <Fact name="Prompt">{call.promptVersion ?? "none"}</Fact>
          <Fact name="Asked for by">
            {person ? (
              <Link className="link" href={`/members/${person.id}`}>
                {person.name || "somebody without a name"}
              </Link>
            ) : (
              "nobody: the cadence was due"
            )}
          </Fact>
          {project ? (
            <Fact name="Project">
              <Link className="link" href={`/projects/${project.id}`}>
                {project.title}
              </Link>
            </Fact>
          ) : null}
          {project && run ? (
            <Fact name="Run">
              <Link className="link" href={`/projects/${project.id}/runs/${run.id}`}>
                {run.occurrenceKey}
              </Link>
              {call.phase ? `, phase ${call.phase.toLowerCase()}` : ""}
              {" · "}
              <Link className="link" href={`/usage/calls?run=${run.id}`}>
                all its calls
              </Link>
            </Fact>
          ) : null}
          {episode ? (
            <Fact name="Episode">
              <Link className="link" href={`/usage/calls?episode=${episode.id}`}>
                all calls of {episode.title ? `“${episode.title}”` : "the episode"}
              </Link>
            </Fact>
          ) : null}
          <Fact name="Key">
            <code className="break-all text-sm">{call.callKey}</code>
          </Fact>
        </Facts>
      </Section>
    </div>
  );
}

/** A settlement takes moments; what comes in later was reported by somebody else than who made the call. */
const LATE_MS = 10 * 60_000;
