import { z } from "zod";
import { BudgetNoticeKind } from "#platform/db/generated/enums.ts";

/** A mail about a ceiling, by what the queue keeps of it: ids. What it says is read when it is written. */
export const BudgetMail = z.object({
  organizationId: z.uuid(),
  userId: z.uuid(),
  budgetId: z.uuid(),
  scopeId: z.uuid(),
  startsOn: z.iso.date(),
  kind: z.enum(BudgetNoticeKind),
});
export type BudgetMail = z.output<typeof BudgetMail>;
