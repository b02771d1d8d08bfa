import { sql } from "#platform/database.ts";
import type { SessionStage } from "#platform/db/generated/enums.ts";
import type { Place } from "../standing.ts";

interface Row {
  sessionId: string;
  stage: SessionStage;
  activeOrganizationId: string | null;
  hasSecondFactor: boolean;
  organizations: Place[];
}

/** $1 sessions, $2 now. Of those that are over there is no row. */
export const sessionStandingsSql = sql<Row>(
  "session_standings",
  `select session_id as "sessionId", stage::text, active_organization_id as "activeOrganizationId",
     has_second_factor as "hasSecondFactor", organizations
   from session_standings($1::uuid[], $2::timestamptz)`,
);
