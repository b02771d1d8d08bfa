import type { Plan } from "#platform/db/generated/enums.ts";

interface PlanTerms {
  name: string;
  /** The most projects at a time; infinite where the plan sets no limit. */
  projects: number;
}

/** What the plans allow: a number of projects, never how often their episodes appear. */
export const PLANS: Record<Plan, PlanTerms> = {
  STARTER: { name: "Starter", projects: 3 },
  TEAM: { name: "Team", projects: 25 },
  UNLIMITED: { name: "Unlimited", projects: Number.POSITIVE_INFINITY },
};
