/** Puts words in quotation marks as they are. */
export function inQuotes(text: string): string {
  return `“${text}”`;
}
