import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { AccountMail } from "#domain/people/account-mail.ts";
import { BudgetMail } from "#domain/usage/budget-mail.ts";
import type { System } from "#platform/system.ts";
import { blankMemoriesTask } from "./tasks/blank-memories.ts";
import { extractSourceTask } from "./tasks/extract-source.ts";
import { learnLeadTimeTask } from "./tasks/learn-lead-time.ts";
import { reconcileUsageTask } from "./tasks/reconcile-usage.ts";
import { recountUsageTask } from "./tasks/recount-usage.ts";
import { removeExpiredTask } from "./tasks/remove-expired.ts";
import { rollUpUsageTask } from "./tasks/roll-up-usage.ts";
import { sendAccountMailTask } from "./tasks/send-account-mail.ts";
import { sendBudgetMailTask } from "./tasks/send-budget-mail.ts";
import { tellBudgetsTask } from "./tasks/tell-budgets.ts";
import { tickCadencesTask } from "./tasks/tick-cadences.ts";
import { understandNoteTask } from "./tasks/understand-note.ts";

/** Every task and what its payload is: ids, never data. */
export const TASKS = {
  blank_memories: z.object({ organizationId: z.uuid() }),
  extract_source: z.object({ organizationId: z.uuid(), sourceId: z.uuid() }),
  learn_lead_time: z.object({ organizationId: z.uuid(), projectId: z.uuid() }),
  reconcile_usage: z.object({}),
  recount_usage: z.object({ organizationId: z.uuid() }),
  remove_expired: z.object({}),
  roll_up_usage: z.object({}),
  send_account_mail: AccountMail,
  send_budget_mail: BudgetMail,
  tell_budgets: z.object({ organizationId: z.uuid().exactOptional() }),
  tick_cadences: z.object({}),
  understand_note: z.object({ organizationId: z.uuid(), noteId: z.uuid() }),
} as const;

export type TaskName = keyof typeof TASKS;
export type TaskHandler<Name extends TaskName> = (
  system: System,
  payload: z.infer<(typeof TASKS)[Name]>,
) => Promise<void>;

/** A task without a handler does not compile. */
const HANDLERS: { [Name in TaskName]: TaskHandler<Name> } = {
  blank_memories: blankMemoriesTask,
  extract_source: extractSourceTask,
  learn_lead_time: learnLeadTimeTask,
  reconcile_usage: reconcileUsageTask,
  recount_usage: recountUsageTask,
  remove_expired: removeExpiredTask,
  roll_up_usage: rollUpUsageTask,
  send_account_mail: sendAccountMailTask,
  send_budget_mail: sendBudgetMailTask,
  tell_budgets: tellBudgetsTask,
  tick_cadences: tickCadencesTask,
  understand_note: understandNoteTask,
};

/** The task list for the queue library: each payload is parsed before its handler sees it. */
export function taskList(system: System): TaskList {
  const bind =
    <Name extends TaskName>(name: Name) =>
    async (payload: unknown) =>
      HANDLERS[name](system, TASKS[name].parse(payload) as z.infer<(typeof TASKS)[Name]>);
  return Object.fromEntries((Object.keys(TASKS) as TaskName[]).map((name) => [name, bind(name)]));
}
