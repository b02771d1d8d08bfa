import { formatPlural } from "#ui/format/format-count.ts";

const DONE = {
  approve: "approved",
  reject: "rejected",
  forget: "forgotten",
  restore: "back",
  undo: "back",
} as const;

interface Moved {
  done: readonly string[];
  missed: readonly { why: string }[];
}

/** What was done with some memories, and why nothing was done with the others. */
export function sayMoved(act: keyof typeof DONE, { done, missed }: Moved): string {
  const count = (number: number) => formatPlural(number, "memory", "memories");
  const did =
    done.length > 0 ? `${count(done.length)} ${done.length === 1 ? "is" : "are"} ${DONE[act]}.` : "";
  if (missed.length === 0) return did;
  const why = [...new Set(missed.map((each) => each.why))].join(" ");
  return `${did} Not done for ${count(missed.length)}: ${why}`.trim();
}
