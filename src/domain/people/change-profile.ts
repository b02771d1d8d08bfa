import { z } from "zod";
import { recordAudit } from "../activity/record-audit.ts";
import { recordEvent } from "../activity/record-event.ts";
import { ReportingZone } from "./internal/organization-fields.ts";
import { PersonName } from "./internal/person-name.ts";
import { tellOrganizations } from "./internal/tell-organizations.ts";
import { personal } from "./personal.ts";

const FIELDS = ["name", "timeZone"] as const;

/** Changes what a person is called and the zone in which times are shown to them; `timeZone` null takes the organization's. */
export const changeProfile = personal(
  { input: z.object({ name: PersonName, timeZone: ReportingZone.nullable() }) },
  async (me, after) => {
    const { tx, userId } = me;
    const before = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { name: true, timeZone: true },
    });
    const fields = FIELDS.filter((field) => before[field] !== after[field]);
    if (fields.length === 0) return { fields };
    await tx.user.update({ where: { id: userId }, data: after });
    // The name itself is personal text: the log tells that it changed, and no more.
    await tellOrganizations(me, async (ctx) => {
      await recordAudit(ctx, {
        action: "profile.change",
        targetType: "member",
        targetId: userId,
        before: { timeZone: before.timeZone },
        after: { timeZone: after.timeZone, fields },
      });
      await recordEvent(ctx, { type: "profile_changed", data: { fields } });
    });
    return { fields };
  },
);
