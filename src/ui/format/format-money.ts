const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const fine = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  maximumSignificantDigits: 2,
});

/** Writes nano-dollars as dollars; an amount below a cent keeps two digits that say something: `$0.0043`. */
export function formatMoney(nanos: bigint): string {
  const amount = Number(nanos) / 1e9;
  return amount !== 0 && Math.abs(amount) < 0.01 ? fine.format(amount) : dollars.format(amount);
}

/** Writes nano-dollars with every digit that they have, and cents at least, for prices: `$0.075`, `$2.50`. */
export function formatPrice(nanos: bigint): string {
  const digits = String(nanos).padStart(10, "0");
  const fraction = digits.slice(-9).replace(/0+$/, "").padEnd(2, "0");
  return `$${BigInt(digits.slice(0, -9)).toLocaleString("en-US")}.${fraction}`;
}
