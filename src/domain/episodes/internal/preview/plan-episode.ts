import type { NoteVerdict, SteeringNote } from "#domain/planning/steer.ts";
import type { Brief, Candidate } from "../../brief.ts";
import { draftWords } from "../../check-draft.ts";
import { finishDraft } from "../../finish-draft.ts";
import { gatherBrief } from "../../gather-brief.ts";
import { minutesFor } from "../../reading-time.ts";
import type { Draft, Material, WriterOutline } from "../../writer.ts";
import { markdownOf } from "../check/markdown-of.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { type CallAtMost, mostCalls } from "../model/most-calls.ts";
import { outlineEpisode } from "../outline/outline-episode.ts";
import { languagesOf, readSentences, shareAbout } from "../steer/topic.ts";
import { writeDraft } from "../write/write-draft.ts";

/** A passage of a planned episode: where it stands. */
export interface PlannedPassage {
  id: string;
  place: string;
}

export interface PlannedSection {
  heading: string;
  passages: PlannedPassage[];
}

/** What the built-in way would make of an episode; of a model's the passages are these, and the headings provisional. */
export interface PlannedEpisode {
  sections: PlannedSection[];
  words: number;
  minutes: number;
  /** Share of its words that are about the note's topic; null for a note without one. */
  share: number | null;
  /** What a model would at most be asked for it. */
  calls: CallAtMost[];
}

/** The next episode without a note and with it; a string says why there would be none. */
export interface PlannedPair {
  without: PlannedEpisode | string;
  with: PlannedEpisode | string;
  /** What code finds of the note in the episode with it. */
  verdict: NoteVerdict | null;
}

/** Plans the next episode twice, all else alike: without the note, and with it. */
export function planWithAndWithout(material: Material, note: SteeringNote): PlannedPair {
  const others = material.notes.filter(({ id }) => id !== note.id);
  const [without, withIt] = [others, [...others, note]].map((notes) => {
    const gathered = gatherBrief({ ...material, notes });
    return gathered.kind === "brief" ? planned(gathered.brief) : gathered.reason;
  });
  if (without === undefined || withIt === undefined) throw new Error("both are planned");
  const topic = typeof withIt === "string" ? undefined : withIt.brief.steering?.topics[note.id];
  const told = (plan: Planned | string): PlannedEpisode | string =>
    typeof plan === "string" ? plan : { ...summaryOf(plan), share: topic ? shareIn(plan, topic) : null };
  return { without: told(without), with: told(withIt), verdict: verdictOn(withIt, note.id) };
}

interface Planned {
  brief: Brief;
  outline: WriterOutline;
  draft: Draft;
}

function planned(brief: Brief): Planned {
  const outline = outlineEpisode(brief);
  return { brief, outline, draft: writeDraft(brief, outline) };
}

function summaryOf({ brief, outline, draft }: Planned): Omit<PlannedEpisode, "share"> {
  const words = draftWords(draft);
  return {
    sections: sectionsOf(brief, outline),
    words,
    minutes: minutesFor(words),
    calls: mostCalls(brief, outline),
  };
}

/** What goes on under the heading before it belongs to that. */
function sectionsOf(brief: Brief, { title, sections }: WriterOutline): PlannedSection[] {
  const byId = new Map(brief.candidates.map((candidate) => [candidate.id, candidate]));
  const made: PlannedSection[] = [];
  for (const { headings, passageIds } of sections) {
    const passages = passageIds.flatMap((id) => {
      const candidate = byId.get(id);
      return candidate === undefined ? [] : [{ id, place: placeOf(candidate) }];
    });
    const last = made.at(-1);
    const heading = headings.at(-1)?.text;
    if (heading === undefined && last !== undefined) last.passages.push(...passages);
    else made.push({ heading: heading ?? title, passages });
  }
  return made;
}

function placeOf({ sourceTitle, headingPath, ordinal }: Candidate): string {
  const under = headingPath.filter((heading) => heading !== sourceTitle);
  return [sourceTitle, ...(under.length > 0 ? under : [`passage ${ordinal + 1}`])].join(" › ");
}

function shareIn({ brief, draft }: Planned, topic: { stems: string[][] }): number {
  const languages = languagesOf(
    brief.project.language,
    brief.candidates.map(({ language }) => language),
  );
  const plain = draft.blocks.map((block) => plainTextOf(markdownOf(block))).join("\n\n");
  return shareAbout(readSentences(plain, languages), topic);
}

function verdictOn(plan: Planned | string, noteId: string): NoteVerdict | null {
  if (typeof plan === "string") return null;
  const { notes } = finishDraft(plan.brief, plan.draft);
  return notes.find((verdict) => verdict.noteId === noteId) ?? null;
}
