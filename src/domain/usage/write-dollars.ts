/** Writes nano-dollars exactly, as `parseDollars` reads them without a doubt: `12.50`, `0.000000001`, and `1.2340`, for `1.234` could be thousands. */
export function writeDollars(nanos: bigint): string {
  const digits = String(nanos).padStart(10, "0");
  const fraction = digits.slice(-9).replace(/0+$/, "").padEnd(2, "0");
  return `${digits.slice(0, -9)}.${fraction.length === 3 ? `${fraction}0` : fraction}`;
}
