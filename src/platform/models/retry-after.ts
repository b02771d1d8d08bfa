/**
 * How long a provider asks to be left alone, in milliseconds: `retry-after-ms` (OpenAI), or `Retry-After` in seconds or as a date
 * (RFC 9110, 10.2.3), measured by our clock. Null when it doesn't say, or says nothing that can be understood.
 */
export function retryAfterMs(headers: Headers, now: Date): number | null {
  const milliseconds = headers.get("retry-after-ms");
  if (milliseconds !== null && isNumber(milliseconds)) return Math.ceil(Number(milliseconds));
  const value = headers.get("retry-after")?.trim();
  if (value === undefined || value === "") return null;
  if (isNumber(value)) return Math.ceil(Number(value) * 1000);
  // Every form of a date has letters; without them the parser takes much for one.
  const date = /[A-Z]/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

const isNumber = (text: string): boolean => /^\d{1,9}(\.\d+)?$/.test(text);
