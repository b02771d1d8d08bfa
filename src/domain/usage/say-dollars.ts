const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const fine = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  maximumSignificantDigits: 2,
});

/** Says nano-dollars in a sentence: to the cent, and with two digits that say something below a cent. */
export function sayDollars(nanos: bigint): string {
  const amount = Number(nanos) / 1e9;
  return amount !== 0 && Math.abs(amount) < 0.01 ? fine.format(amount) : dollars.format(amount);
}
