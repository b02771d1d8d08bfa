/** Nine digits after the point are whole nano-dollars. */
const NANO_DIGITS = 9;
/** Far below what a `bigint` column holds, so that sums of amounts still fit. */
const MOST_NANOS = 1_000_000_000n * 1_000_000_000n;
const LONGEST_WHOLE = 10;
const EXAMPLE = "Write dollars, such as 12.50.";

/** Digits with or without a fraction; the thousands in groups, or not. */
const PLAIN = /^\d*(?:\.\d*)?$/;
const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * Reads an amount of dollars as people type it: `12.50`, `$12.50`, `12.50 USD`, `1,200.00`. Exact, in nano-dollars.
 *
 * What could be two amounts is refused, never guessed: a comma counts as grouping only where it can be nothing else (`1,200.00`,
 * `1,200,000`), and `1.200` is asked about as `1,200` is.
 */
export function parseDollars(text: string): { nanos: bigint } | { problem: string } {
  const typed = text
    .normalize("NFC")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();
  if (typed === "") return { problem: `${EXAMPLE} Nothing was typed.` };
  const amount = typed.replace(/^(-?) ?(?:US ?\$|USD|\$) ?/i, "$1").replace(/ ?(?:US ?\$|USD|\$)$/i, "");
  if (/^-/.test(amount) && isNumber(amount.slice(1).trim()))
    return { problem: "An amount can't be negative." };
  const problem = ambiguity(amount);
  if (problem) return { problem };
  if (!isNumber(amount)) return { problem: `“${shorten(typed)}” is no amount of dollars. ${EXAMPLE}` };
  return toNanos(amount.replaceAll(",", ""));
}

function isNumber(amount: string): boolean {
  return /\d/.test(amount) && (PLAIN.test(amount) || GROUPED.test(amount));
}

/** Why an amount could be read in two ways, or is written with the comma that other countries have for the point. */
function ambiguity(amount: string): string | null {
  const [, whole, three] = /^([1-9]\d{0,2})[.,](\d{3})$/.exec(amount) ?? [];
  if (whole && three) {
    const small = three.endsWith("0") ? `${whole}.${three.slice(0, 2)}` : `${whole}.${three}0`;
    return `“${amount}” could be ${whole}${three} or ${small} dollars. Write ${whole}${three} or ${small}.`;
  }
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(amount)) {
    return `Write the cents after a point and no points between the thousands: ${amount.replaceAll(".", "").replace(",", ".")}.`;
  }
  if (/^\d+,\d*$|^,\d+$/.test(amount)) {
    return `Write a point instead of the comma: ${amount.replace(",", ".")}.`;
  }
  return null;
}

function toNanos(amount: string): { nanos: bigint } | { problem: string } {
  const [whole = "", fraction = ""] = amount.split(".");
  const digits = fraction.replace(/0+$/, "");
  if (digits.length > NANO_DIGITS) {
    return {
      problem: "Nine digits after the point are the most: nothing is counted finer than a billionth.",
    };
  }
  const dollars = whole.replace(/^0+/, "");
  const nanos = dollars.length > LONGEST_WHOLE ? null : BigInt(dollars + digits.padEnd(NANO_DIGITS, "0"));
  if (nanos === null || nanos > MOST_NANOS) {
    return { problem: "A billion dollars ($1,000,000,000) is the most." };
  }
  return { nanos };
}

function shorten(typed: string): string {
  return typed.length > 40 ? `${typed.slice(0, 40)}…` : typed;
}
