import { stringify } from "csv-stringify/sync";

/** Rows as lines of a CSV file. A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection). */
export function writeCsv(rows: readonly (readonly unknown[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: "windows" },
  );
}
