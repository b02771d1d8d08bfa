/** `NEAR` from 80 % of the ceiling on; `REACHED` when all of it is spent, or set aside for calls under way. */
export type BudgetState = "OPEN" | "NEAR" | "REACHED";

/** How near a ceiling is. */
export function budgetState({
  spentNanos,
  reservedNanos,
  ceilingNanos,
}: {
  spentNanos: bigint;
  reservedNanos: bigint;
  ceilingNanos: bigint;
}): BudgetState {
  const taken = spentNanos + reservedNanos;
  if (taken >= ceilingNanos) return "REACHED";
  return taken * 100n >= ceilingNanos * 80n ? "NEAR" : "OPEN";
}
