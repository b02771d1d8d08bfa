import { z } from "zod";
import { memberFacts, memberSelect } from "./internal/member-facts.ts";
import { noSuchMember } from "./internal/member-to-change.ts";
import { query } from "./verb.ts";

/**
 * One member of the organization.
 *
 * @throws AppError NOT_FOUND for an id that is nobody's here, another organization's member, or no id at all: they look the same.
 */
export const getMember = query(
  { needs: "member.read", input: z.object({ userId: z.string() }) },
  async ({ tx, organizationId, clock }, { userId }) => {
    const id = z.uuid().safeParse(userId);
    const found = id.success
      ? await tx.membership.findUnique({
          where: { organizationId_userId: { organizationId, userId: id.data } },
          select: memberSelect(organizationId),
        })
      : null;
    if (!found) throw noSuchMember();
    return memberFacts(found, clock.now());
  },
);
