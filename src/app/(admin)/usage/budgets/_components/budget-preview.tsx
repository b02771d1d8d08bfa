import type { previewBudget } from "#domain/usage/preview-budget.ts";
import { formatMoney } from "#ui/format/format-money.ts";
import type { AskedBudget } from "../budget-address.ts";
import { sayCeiling, sayPresent, sayPreview } from "../say-preview.ts";
import { RemoveBudget, SaveBudget } from "./budget-forms.tsx";

interface BudgetPreviewProps {
  asked: AskedBudget;
  preview: Awaited<ReturnType<typeof previewBudget>>;
}

/** What the ceiling would have held, and the way to set it. */
export function BudgetPreview({ asked, preview }: BudgetPreviewProps) {
  const { before, ceilingNanos, isHard } = preview;
  const present = sayPresent(preview);
  const isSame = before?.ceilingNanos === ceilingNanos && before.isHard === isHard;
  return (
    <section aria-labelledby="preview" className="mt-8 max-w-2xl border-l-2 border-accent bg-sunk px-5 py-4">
      <h3 id="preview" className="title text-lg">
        {sayCeiling(preview)}
        {isHard ? "" : ", soft"}
      </h3>
      <p className="mt-2">{sayPreview(preview)}</p>
      {present ? <p className="mt-2 text-warn">{present}</p> : null}
      {before && !isSame ? (
        <p className="mt-2 text-soft">
          It takes the place of {formatMoney(before.ceilingNanos)}
          {before.isHard ? "" : ", soft"}.
        </p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-3">
        {isSame ? (
          <p className="self-center text-soft">This is the ceiling that is set.</p>
        ) : (
          <SaveBudget asked={asked} label={before ? "Change the ceiling" : "Set the ceiling"} />
        )}
        {before ? <RemoveBudget budgetId={before.id} /> : null}
      </div>
    </section>
  );
}
