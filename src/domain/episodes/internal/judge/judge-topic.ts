import type { SteeringNote } from "#domain/planning/steer.ts";
import { isAbout, shareAbout } from "../steer/topic.ts";
import { blocksFor, type JudgedDraft, type Measured, percents, topicOf } from "./measured.ts";

/** A share that moves by less than this part of what it was, or than half a hundredth, moved only a little. */
const CLEAR_PART = 0.1;
const CLEAR_SHARE = 0.005;

/**
 * Measures the share of the words of an episode that stand in sentences about a topic, recap, questions and corrections left out, against the
 * mean share in the last three episodes, or in the sources where nothing was told yet. A note that stands for longer is measured against the three
 * before the first that had it, for those since have honoured it already.
 */
export function judgeTopic(note: SteeringNote, judged: JudgedDraft): Measured {
  const { directive } = note;
  if (directive.kind !== "MORE_OF" && directive.kind !== "LESS_OF" && directive.kind !== "SKIP")
    throw new TypeError("The note has no topic.");
  const topic = topicOf(note.id, directive.terms, judged);
  const after = shareAbout(judged.sentences.flat(), topic);
  const before = note.shareBefore ?? topic.inSources;
  const measure = { name: "share of the words about it", before, after };
  const [now, then] = percents(after, before);
  const told =
    judged.brief.episodeNumber === 1 ? "in the sources" : note.isStanding ? "before anybody asked" : "before";
  const words = `${now} of the episode is about it, ${then} ${told}.`;
  if (directive.kind === "SKIP") return { ...skipped(after, before, words), measure, blocks: [] };
  const isMore = directive.kind === "MORE_OF";
  const gain = isMore ? after - before : before - after;
  const isClear = gain >= Math.max(CLEAR_SHARE, before * CLEAR_PART);
  const isAbsent = !isMore && after === 0;
  const blocks = isMore ? blocksAbout(note.id, judged, topic.stems) : [];
  if (isClear || isAbsent) return { outcome: "USED", reason: words, measure, blocks };
  if (gain > 0) return { outcome: "PARTLY_USED", reason: `Only a little: ${words}`, measure, blocks };
  return {
    outcome: "NOT_USED",
    reason: `Its share did not ${isMore ? "rise" : "fall"}: ${words}`,
    measure,
    blocks: [],
  };
}

function skipped(after: number, before: number, words: string): Pick<Measured, "outcome" | "reason"> {
  if (after === 0) return { outcome: "USED", reason: "Nothing in the episode is about it." };
  if (after < before / 2) return { outcome: "PARTLY_USED", reason: `It is still named: ${words}` };
  return { outcome: "NOT_USED", reason: `It was not left out: ${words}` };
}

/** Those that are there for the note, and speak of it; where none says so, all that speak of it. */
function blocksAbout(noteId: string, judged: JudgedDraft, stems: string[][]): number[] {
  const about = judged.sentences.flatMap((sentences, at) =>
    sentences.some((sentence) => isAbout(sentence, { stems })) ? [at] : [],
  );
  const named = new Set(blocksFor(noteId, judged));
  const both = about.filter((at) => named.has(at));
  return both.length > 0 ? both : about;
}
