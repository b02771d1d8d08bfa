import { z } from "zod";
import { memberFacts, memberSelect } from "./internal/member-facts.ts";
import { query } from "./verb.ts";

/** Everybody who belongs to the organization, in the order in which they came. */
export const listMembers = query(
  { needs: "member.read", input: z.object({}) },
  async ({ tx, organizationId, clock }) => {
    const found = await tx.membership.findMany({
      where: { organizationId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: memberSelect(organizationId),
    });
    return found.map((row) => memberFacts(row, clock.now()));
  },
);
