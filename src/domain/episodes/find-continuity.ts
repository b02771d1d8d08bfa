import type { NoteVerdict, SteeringNote } from "#domain/planning/steer.ts";
import type { Brief } from "./brief.ts";
import { isSameTopic, type Topic, topicStems, topicsOf } from "./internal/continuity/topics-of.ts";
import type { Continuity, Draft } from "./writer.ts";

/**
 * What an episode does to the series so far: a topic that no earlier episode had is added; one of an earlier episode is updated, for a
 * passage is never told twice, and the newest episode that had it is named; a question or a correction of a note that `verdicts` say is
 * honoured is resolved. Topics are compared by the stems of their words.
 */
export function findContinuity(brief: Brief, draft: Draft, verdicts: readonly NoteVerdict[]): Continuity[] {
  const known = brief.covered.topics.map(({ text, episodeId }) => ({
    episodeId,
    stems: topicStems(text, brief.project.language),
  }));
  const told = topicsOf(brief, draft).map(({ text, stems, block }: Topic): Continuity => {
    const earlier = known.findLast((topic) => isSameTopic(topic.stems, stems));
    return {
      kind: earlier === undefined ? "ADDS" : "UPDATES",
      topic: text,
      earlierEpisodeId: earlier?.episodeId ?? null,
      noteId: null,
      block,
    };
  });
  return [...told, ...resolved(brief, verdicts)];
}

function resolved(brief: Brief, verdicts: readonly NoteVerdict[]): Continuity[] {
  const notes = new Map(brief.notes.map((note) => [note.id, note]));
  return verdicts.flatMap(({ noteId, outcome, blocks }): Continuity[] => {
    const note = notes.get(noteId);
    const topic = note === undefined ? null : whatItSettles(note);
    if (note === undefined || topic === null || outcome === "NOT_USED") return [];
    const block = blocks[0] ?? null;
    return [{ kind: "RESOLVES", topic, earlierEpisodeId: note.episodeId, noteId, block }];
  });
}

/** The question that was asked, or what was put right; null for a note that asks for something else. */
function whatItSettles({ directive }: SteeringNote): string | null {
  if (directive.kind === "ANSWER") return directive.question;
  return directive.kind === "CORRECT" ? directive.right : null;
}
