import { formatPlural } from "#ui/format/format-count.ts";

/** What became of the notes that somebody acted on at once: those that it was done to, and the others with the reason. */
export interface BulkOutcome {
  done: readonly string[];
  missed: readonly { noteId: string; why: string }[];
}

/** What came of an act in a sentence or more: `12 notes declined. 1 was left as it is: Anna settled it a minute ago.` */
export function sayBulk(what: string, { done, missed }: BulkOutcome): string {
  const did = done.length > 0 ? `${formatPlural(done.length, "note")} ${what}.` : `No note was ${what}.`;
  const reasons = new Map<string, number>();
  for (const { why } of missed) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const others = [...reasons].map(
    ([why, count]) =>
      `${count} ${count === 1 ? "was" : "were"} left as ${count === 1 ? "it is" : "they are"}: ${withStop(why)}`,
  );
  return [did, ...others].join(" ");
}

function withStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
