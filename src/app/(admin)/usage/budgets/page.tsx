import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { listProjects } from "#domain/projects/list-projects.ts";
import { countComingSlots } from "#domain/schedule/count-coming-slots.ts";
import { listBudgets } from "#domain/usage/list-budgets.ts";
import { listCeilingAlerts } from "#domain/usage/list-ceiling-alerts.ts";
import { listHeldRuns } from "#domain/usage/list-held-runs.ts";
import { previewBudget } from "#domain/usage/preview-budget.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { isAppError } from "#platform/errors.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormNotice } from "#ui/form-notice.tsx";
import { zoneCity } from "#ui/format/zone-city.ts";
import { LiveRefresh } from "#ui/live-refresh.tsx";
import { Section } from "#ui/page-header.tsx";
import { CeilingBars } from "../_components/ceiling-bars.tsx";
import { BudgetPreview } from "./_components/budget-preview.tsx";
import { BudgetQuestions } from "./_components/budget-questions.tsx";
import { HeldRuns } from "./_components/held-runs.tsx";
import { type AskedBudget, type BudgetSearch, budgetAddress, readBudgetSearch } from "./budget-address.ts";

export const metadata: Metadata = { title: "Budgets" };

const DONE: Record<string, string> = {
  saved: "Saved. It counts from now on; what it held and now fits goes on within seconds.",
  removed: "Removed. What it held goes on within seconds, unless another ceiling holds it.",
};

/** What may be spent: the ceilings, who waits for them, and the form that shows what a ceiling would have held. */
export default async function BudgetsPage({ searchParams }: { searchParams: Promise<BudgetSearch> }) {
  const search = await searchParams;
  const asked = readBudgetSearch(search);
  const { ctx } = await requireSignedIn();
  const { zone, budgets, held, heldBy, projects } = await orNotFound(readPage(ctx));
  const { preview, problem } = await tryPreview(ctx, asked);
  const done = typeof search.done === "string" ? DONE[search.done] : undefined;
  return (
    <>
      {held.length > 0 ? <LiveRefresh everySeconds={5} /> : null}
      {done ? (
        <div className="mb-6">
          <FormNotice state={{ done }} />
        </div>
      ) : null}
      <p className="mb-6 max-w-[68ch] text-soft">
        A ceiling says what may be spent on models over a day, a month or an episode. Days and months are
        those of {zoneCity(zone)}.
      </p>
      <Section title="Ceilings">
        {budgets.length === 0 ? (
          <EmptyState title="No ceiling is set">
            Nothing holds a run back, whatever it costs. Set one below: you are shown what it would have held
            last month before it counts.
          </EmptyState>
        ) : (
          <CeilingBars budgets={budgets} heldBy={heldBy} hrefOf={budgetAddress} />
        )}
      </Section>
      <HeldRuns runs={held} heldBy={heldBy} zone={zone} now={ctx.clock.now()} />
      <div id="set" className="mt-8 scroll-mt-20">
        <Section title={preview?.before ? "Change a ceiling" : "Set a ceiling"}>
          <BudgetQuestions
            key={JSON.stringify(asked)}
            asked={asked}
            projects={projects.map(({ id, title }) => ({ id, title }))}
            problem={problem}
          />
          {preview ? <BudgetPreview asked={asked} preview={preview} /> : null}
        </Section>
      </div>
    </>
  );
}

function readPage(ctx: Ctx) {
  return inOrganization(ctx, async (inside) => {
    const comingSlots = await countComingSlots(inside, {});
    return {
      ...(await listBudgets(inside, { comingSlots })),
      heldBy: (await listCeilingAlerts(inside, {})).heldBy,
      held: await listHeldRuns(inside, {}),
      projects: await listProjects(inside, {}),
    };
  });
}

/** What the address asks for, held against last month; or what is wrong with it. */
async function tryPreview(ctx: Ctx, { project, window, ceiling, isHard }: AskedBudget) {
  if (ceiling === null) return {};
  try {
    return {
      preview: await previewBudget(ctx, {
        projectId: project === "" ? null : project,
        window,
        ceiling,
        isHard,
      }),
    };
  } catch (error) {
    if (isAppError(error, "INVALID") || isAppError(error, "NOT_FOUND")) {
      return { problem: error.fields.ceiling ?? error.message };
    }
    throw error;
  }
}
