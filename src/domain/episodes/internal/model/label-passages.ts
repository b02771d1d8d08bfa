import type { Brief, Candidate } from "../../brief.ts";
import { clockTime } from "../phrases/clock-time.ts";
import { utterancesOf } from "../transcript/utterances.ts";

/** The passages of a brief by the labels under which a model sees them: p1, p2 and so on, the same in every prompt. */
export function labelPassages(brief: Brief): Map<string, Candidate> {
  return new Map(brief.candidates.map((candidate, at) => [`p${at + 1}`, candidate]));
}

/** The labels of some passages of the brief, in its order. */
export function labelsOf(brief: Brief, passageIds: Iterable<string>): string[] {
  const ids = new Set(passageIds);
  return [...labelPassages(brief)].flatMap(([label, { id }]) => (ids.has(id) ? [label] : []));
}

/** A passage as a model reads it: where it is from, then what is worth reading in it. Of a talk all that was said. */
export function printPassage({ sourceTitle, headingPath, turns, excerpts }: Candidate): string {
  const head = [`Source: ${sourceTitle}`];
  if (headingPath.length > 0) head.push(`Under: ${headingPath.join(" › ")}`);
  const body =
    turns.length > 0
      ? utterancesOf(turns).map(({ speaker, startMs, text }) => {
          const time = startMs === null ? "" : ` (${clockTime(startMs)})`;
          return `${speaker ?? "Somebody"}${time}: ${text}`;
        })
      : excerpts.flatMap((excerpt) => (excerpt.kind === "text" ? [excerpt.markdown] : []));
  return [head.join("\n"), ...body].join("\n\n");
}
