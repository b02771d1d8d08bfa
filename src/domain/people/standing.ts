import { createHash } from "node:crypto";
import type { SessionStage } from "#platform/db/generated/enums.ts";
import type { MyOrganization } from "./internal/my-organizations.ts";

/** Where a person stands in one organization, as far as it decides what they see. */
export type Place = Pick<MyOrganization, "organizationId" | "role" | "projectIds" | "requiresSecondFactor">;

interface Facts<P extends Place> {
  stage: SessionStage;
  hasSecondFactor: boolean;
  activeOrganizationId: string | null;
  /** The oldest membership first. */
  organizations: readonly P[];
}

interface Standing<P extends Place> {
  /** The one they are in; null for somebody who belongs to none. */
  organization: P | null;
  /** False while a second factor is due, or is demanded by the organization and not set up. */
  isLetIn: boolean;
  /** The same as long as all of this is: what an open stream was opened by. */
  mark: string;
}

/** What a session opens: one place for requests and for open streams to learn it from. */
export function standingOf<P extends Place>(facts: Facts<P>): Standing<P> {
  const { stage, hasSecondFactor, activeOrganizationId, organizations } = facts;
  const organization =
    organizations.find(({ organizationId }) => organizationId === activeOrganizationId) ??
    organizations[0] ??
    null;
  const isLetIn = stage === "COMPLETE" && (hasSecondFactor || !organization?.requiresSecondFactor);
  const { organizationId, role, projectIds } = organization ?? {};
  const decides = [stage, isLetIn, organizationId, role, projectIds?.toSorted()];
  const mark = createHash("sha256").update(JSON.stringify(decides)).digest("base64url").slice(0, 22);
  return { organization, isLetIn, mark };
}
