import { z } from "zod";

const Measure = z.object({ name: z.string(), before: z.number(), after: z.number() });

/** What code measured of a note in an episode: `Share of the words about it: 4 % → 12 %`. Null where it measured nothing. */
export function sayMeasure(measure: unknown): string | null {
  const { success, data } = Measure.safeParse(measure);
  if (!success) return null;
  const { name, before, after } = data;
  const say = name.startsWith("share") ? percent : figure;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${say(before)} → ${say(after)}`;
}

function percent(share: number): string {
  const hundredths = share * 100;
  return `${hundredths < 10 && hundredths > 0 ? hundredths.toFixed(1) : hundredths.toFixed(0)} %`;
}

function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
